/** Keying what a machine cannot read, from the image of a paper: blind second entry, settling, figures of the operators. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "intake"})
@NullMarked
package vn.dancu.keying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
