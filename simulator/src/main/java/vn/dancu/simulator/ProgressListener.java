package vn.dancu.simulator;

/** Hears how far the writing of a city has come; called from the writing thread. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener SILENT = (done, total) -> {};

    /**
     * @param done residential groups written so far
     * @param total residential groups of the city
     */
    void progress(int done, int total);
}
