/** What the scanning office reports: which form, how many pages, which image digest. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "intake", "custody", "sources"})
@NullMarked
package vn.dancu.scanning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
