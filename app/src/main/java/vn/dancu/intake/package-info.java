/** Collection forms: typed at a desk or imported, versioned, kept as written. Entry point: {@link vn.dancu.intake.CollectionForm} and the stores beside it. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access"})
@NullMarked
package vn.dancu.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
