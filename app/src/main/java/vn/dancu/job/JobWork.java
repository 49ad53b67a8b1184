package vn.dancu.job;

import vn.dancu.shared.Actor;

/**
 * What jobs of one kind do; a bean, found by its kind.
 *
 * <p>It must bear being begun again at any point: the server may be killed in the middle, and then the work runs once
 * more with what it {@linkplain JobRun#remember remembered}. Whoever is asked to stop ends at the next safe point, by
 * returning or by {@code E303_STOPPED}.
 */
public interface JobWork {
    JobKind kind();

    /**
     * @throws Exception ends the job as failed; the message of a {@link vn.dancu.shared.DanCuException} is shown to its
     *     owner, that of any other is not
     */
    void run(JobRun run) throws Exception;

    /** Whether such a job is this actor's to start. */
    default boolean mayBeStartedBy(Actor actor) {
        return true;
    }
}
