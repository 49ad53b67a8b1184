package vn.dancu.shared;

/** What long work tells while it runs, and how it learns that it shall stop. */
public interface Progress {
    Progress NONE = new Progress() {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void advance(long done) {}
    };

    /**
     * @param task key of the message bundles
     * @param total units of work, or -1 when not known beforehand
     */
    void begin(String task, long total);

    /** @param done units finished since the last call */
    void advance(long done);

    /** True when the work shall stop at its next safe point; what is done stays done. */
    default boolean stopRequested() {
        return false;
    }
}
