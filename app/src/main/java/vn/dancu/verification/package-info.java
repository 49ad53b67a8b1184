/** Re-verification at home (phúc tra): a plan that picks forms, and visits by somebody other than the collector. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "intake", "reconciliation"})
@NullMarked
package vn.dancu.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
