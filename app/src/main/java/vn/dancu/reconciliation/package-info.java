/** Each form against the books and the archive: links, verdicts per field, outcomes, duplicates, missing lists, decisions. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "reference", "access", "intake", "sources"})
@NullMarked
package vn.dancu.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
