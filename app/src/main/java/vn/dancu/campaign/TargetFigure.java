package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is set: how many persons must be counted in one residential group.
 *
 * @param permanent of these, where it is told apart; null where it is not
 * @param asOf the head-count is of this day
 */
public record TargetFigure(
        String commune,
        String group,
        int persons,
        @Nullable Integer permanent,
        @Nullable Integer temporary,
        LocalDate asOf,
        String source) {
    /** A figure with where it came from, who set it and when. */
    public record Version(TargetFigure figure, PersonsToCount.Origin origin, String setBy, Instant setAt) {}

    /** Who stands in the books of a group. */
    public record HeadCount(String commune, String group, int permanent, int temporary) {
        public int persons() {
            return permanent + temporary;
        }
    }
}
