/**
 * Long work in the background: asked for on a page, done by one thread of one server, with progress, stop and resume; it
 * survives a restart of the server. Entry point: {@link vn.dancu.job.Jobs}; what is done is a {@link vn.dancu.job.JobWork}.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "access"})
@NullMarked
package vn.dancu.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
