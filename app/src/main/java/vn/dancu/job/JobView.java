package vn.dancu.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as a page shows it.
 *
 * @param owner login of whoever asked for it
 * @param task key of the bundles of what it is doing now, or words as they are; empty before it begins
 * @param total units of work, -1 when not known
 * @param failure key of the bundles, or words as they are; null when it did not fail
 * @param isOwn whether it is the viewer's own; of others' jobs parameters, results and failure are not told
 */
public record JobView(
        JobId id,
        JobKind kind,
        JobState state,
        String owner,
        String task,
        long done,
        long total,
        @Nullable String failure,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        boolean isOwn,
        Map<String, String> parameters,
        Map<String, String> results) {
    public JobView {
        parameters = Map.copyOf(parameters);
        results = Map.copyOf(results);
    }

    /** Whole per cent of the present task; 100 only at the end, 0 when the total is not known. */
    public int percent() {
        if (state == JobState.DONE) {
            return 100;
        }
        return total <= 0 ? 0 : (int) Math.min(99, done * 100 / total);
    }

    public boolean isMeasured() {
        return total > 0;
    }
}
