/** The path of a form: stages, tracks, steps, gates and the step log. Start at {@link vn.dancu.journey.FormJourney}. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "reference",
            "access",
            "intake",
            "sources",
            "quality",
            "reconciliation",
            "verification",
            "custody",
            "scanning",
            "register"
        })
@NullMarked
package vn.dancu.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
