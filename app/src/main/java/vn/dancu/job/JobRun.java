package vn.dancu.job;

import java.nio.file.Path;
import java.util.Map;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;

/** A job while it runs, as its work sees it. */
public interface JobRun {
    JobId id();

    /** Who asked for it, with the role and area of this moment. */
    Actor actor();

    Map<String, String> parameters();

    /** What was remembered up to now, also before a restart. */
    Map<String, String> memory();

    /** Kept at once; within a transaction of the work's own, together with it. */
    void remember(String key, String value);

    /** What to tell how far the work is; it is kept about once a second and asks to stop when {@link #stopAsked} does. */
    Progress progress();

    /** True when somebody asked the job to stop, or the server is going down and will take it up again. */
    boolean stopAsked();

    /** A folder of this job alone (0700) that outlives a restart. */
    Path folder();

    /** Something to show at the end; {@code job.result.<key>} is its text, and only the owner sees it. */
    void result(String key, String value);
}
