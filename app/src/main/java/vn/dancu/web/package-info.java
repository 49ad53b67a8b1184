/** The screens of officers: one controller a page, server-rendered, each act a call of a use case. Entry point: {@link vn.dancu.web.SecurityConfiguration} says who may open what. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "reference",
            "access",
            "job",
            "sources",
            "intake",
            "register",
            "quality",
            "reconciliation",
            "custody",
            "verification",
            "scanning",
            "keying",
            "campaign",
            "journey",
            "reporting"
        })
@NullMarked
package vn.dancu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
