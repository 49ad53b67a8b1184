/** The append-only log of acts and views, written in the caller's transaction. Entry point: {@link vn.dancu.audit.AuditLog}. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.dancu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
