/** Who must be counted: targets per unit and residential group, with date and source. Entry point: {@link vn.dancu.campaign.Targets}. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "reconciliation", "register"})
@NullMarked
package vn.dancu.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
