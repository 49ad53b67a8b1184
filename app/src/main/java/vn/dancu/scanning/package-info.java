/**
 * Scanning: pages read from files of the scanners ({@link vn.dancu.scanning.ScannedPages}, their images {@link
 * vn.dancu.scanning.PageImages}), and the lists of a scanning office elsewhere: which form, how many pages, which image digest.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "reference", "access", "intake", "custody", "sources", "job"})
@NullMarked
package vn.dancu.scanning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
