/**
 * The command line: every command of {@code ./dancu}, and the player of officers' decisions for the demo. Entry point:
 * {@link vn.dancu.cli.RootCommand}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "reference",
            "access",
            "intake",
            "sources",
            "register",
            "quality",
            "reconciliation",
            "custody",
            "verification",
            "scanning",
            "campaign",
            "journey",
            "reporting"
        })
@NullMarked
package vn.dancu.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
