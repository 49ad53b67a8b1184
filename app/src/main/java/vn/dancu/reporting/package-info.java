/** What is told of the work: statistics and official reports, and inspections with their samples, evidence and minutes. */
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
            "register",
            "campaign",
            "journey",
            "job"
        })
@NullMarked
package vn.dancu.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
