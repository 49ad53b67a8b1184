package vn.dancu.reporting;

import org.jspecify.annotations.Nullable;
import vn.dancu.journey.Stage;

/**
 * How long forms stay at a stage, in hours, without the time on hold.
 *
 * @param commune {@link #ALL} for all communes together, empty for forms without one
 * @param group null for the commune as a whole
 * @param left stays that ended in the last thirty days
 * @param median of these; null where there are none
 * @param p90 nine of ten of these were not longer
 * @param open forms at the stage now
 * @param openMedian how long these have been there so far
 */
public record StageTime(
        String commune,
        @Nullable String group,
        Stage stage,
        long left,
        @Nullable Double median,
        @Nullable Double p90,
        long open,
        @Nullable Double openMedian,
        @Nullable Double openP90) {
    public static final String ALL = "*";

    /** Days that ended stays are looked at. */
    public static final int WINDOW_DAYS = 30;
}
