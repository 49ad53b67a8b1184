package vn.dancu.job;

import java.nio.file.Path;
import java.util.Map;
import vn.dancu.job.db.JobStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Progress;

/** A job in the hands of this server. The work's thread tells how far it is, the heartbeat's writes it down. */
final class RunningJob implements JobRun, Progress {
    private final JobStore.Row row;
    private final Actor actor;
    private final Path folder;
    private final String instance;
    private final JobStore store;

    private final Object far = new Object();
    private String task;
    private long done;
    private long total;

    private volatile boolean stopAsked;
    private volatile boolean closing;
    private volatile boolean lost;
    private volatile boolean heard;

    RunningJob(JobStore.Row row, Actor actor, Path folder, String instance, JobStore store) {
        this.row = row;
        this.actor = actor;
        this.folder = folder;
        this.instance = instance;
        this.store = store;
        this.task = row.task();
        this.done = row.done();
        this.total = row.total();
    }

    @Override
    public JobId id() {
        return new JobId(row.id());
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Map<String, String> parameters() {
        return row.parameters();
    }

    @Override
    public Map<String, String> memory() {
        return store.notes(row.id(), "MEMORY");
    }

    @Override
    public void remember(String key, String value) {
        note("MEMORY", key, value);
    }

    @Override
    public void result(String key, String value) {
        note("RESULT", key, value);
    }

    private void note(String kind, String key, String value) {
        if (!store.note(row.id(), instance, kind, key, value)) {
            lost = true;
            throw new DanCuException(
                    ErrorCode.E303_STOPPED, "Máy chủ khác đã nhận việc này / another server took this job up");
        }
    }

    @Override
    public Progress progress() {
        return this;
    }

    @Override
    public boolean stopAsked() {
        boolean asked = stopAsked || closing || lost;
        heard |= asked;
        return asked;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void begin(String newTask, long newTotal) {
        synchronized (far) {
            task = newTask;
            done = 0;
            total = newTotal;
        }
    }

    @Override
    public void advance(long more) {
        synchronized (far) {
            done += more;
        }
    }

    @Override
    public boolean stopRequested() {
        return stopAsked();
    }

    JobStore.Far far() {
        synchronized (far) {
            return new JobStore.Far(task, done, total);
        }
    }

    /** Whether the work was told to stop, and so may have ended before its end. */
    boolean hasHeard() {
        return heard;
    }

    /** Tells the database that the work goes on, and the work what the database says. */
    void beat() {
        String state = store.beat(row.id(), instance, far()).orElse("");
        if (state.isEmpty()) {
            lost = true;
        } else if (state.equals(JobState.STOPPING.name())) {
            stopAsked = true;
        }
    }

    void close() {
        closing = true;
    }

    boolean isStopAsked() {
        return stopAsked;
    }

    boolean isLost() {
        return lost;
    }
}
