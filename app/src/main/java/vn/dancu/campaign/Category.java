package vn.dancu.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an announcement is for (diện), as data. Ages are those reached in the calendar year of the day.
 *
 * @param newcomerMonths registered within so many months; null for anybody
 * @param onlyMissing in the books, with no form
 * @param purposes what such people are asked to come for
 * @param papers what they bring, {@code paper-needed.<code>}
 * @param note by what paper it was set so; {@code preset} for what the program comes with
 */
public record Category(
        String code,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        @Nullable Integer newcomerMonths,
        boolean onlyMissing,
        List<Announcement.Purpose> purposes,
        List<String> papers,
        String note,
        String setBy,
        Instant setAt) {
    public Category {
        purposes = List.copyOf(purposes);
        papers = List.copyOf(papers);
    }

    /** How many of a category live in a group. */
    public record Count(String group, String category, long persons) {}
}
