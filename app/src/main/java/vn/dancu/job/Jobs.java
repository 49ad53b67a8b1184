package vn.dancu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.shared.Actor;

/** Long work: asked for, looked at, stopped, resumed. One's own; administrators see of all how far they are. */
public interface Jobs {
    /** Puts what the work needs into the job's folder before anybody works on it: an upload. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /**
     * @throws IllegalArgumentException when there is no such work, or it is not this actor's to start: see {@link
     *     #mayStart}
     */
    JobId start(JobKind kind, Map<String, String> parameters, Actor actor);

    /**
     * As above, with files.
     *
     * @throws vn.dancu.shared.DanCuException E302 when the files cannot be kept; there is no job then
     */
    JobId start(JobKind kind, Map<String, String> parameters, Filling filling, Actor actor);

    boolean mayStart(JobKind kind, Actor actor);

    /** The latest 200, newest first: one's own, of an administrator all. */
    List<JobView> list(Actor actor);

    /** Empty for a job of somebody else, unless an administrator asks. */
    Optional<JobView> find(JobId id, Actor actor);

    /** A file that the owner's job made; empty for anybody else, and when there is none of that name. */
    Optional<Path> file(JobId id, String name, Actor actor);

    /** Asks a job to stop; false when it is over, or not the actor's. */
    boolean stop(JobId id, Actor actor);

    /** Takes up a job that was stopped or failed; false otherwise, or when it is not the actor's own. */
    boolean resume(JobId id, Actor actor);
}
