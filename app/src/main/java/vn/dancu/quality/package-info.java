/** Check rules: parsed forms in, findings out. Pure; the rules know one form, its household and the evidence of the batch. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "intake"})
@NullMarked
package vn.dancu.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
