package vn.dancu.job;

/** Where a job stands. */
public enum JobState {
    /** Waits for the worker. */
    QUEUED,
    RUNNING,
    /** Somebody asked it to stop; it ends at its next safe point. */
    STOPPING,
    /** Stopped as asked; what was done stays, and it may be resumed. */
    STOPPED,
    DONE,
    /** Ended by a failure; what was done stays, and it may be resumed. */
    FAILED;

    /** Nothing more happens unless somebody resumes it. */
    public boolean isOver() {
        return this == STOPPED || this == DONE || this == FAILED;
    }

    public boolean mayStop() {
        return this == QUEUED || this == RUNNING;
    }

    public boolean mayResume() {
        return this == STOPPED || this == FAILED;
    }
}
