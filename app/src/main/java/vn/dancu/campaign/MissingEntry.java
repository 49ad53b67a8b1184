package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the books without a form, with the reason that was named last.
 *
 * @param household number of the household's book; empty where none is written
 * @param reason code of the catalogue; null where nobody has asked yet
 * @param absences how often nobody was met
 */
public record MissingEntry(
        long id,
        String commune,
        String group,
        String household,
        @Nullable String fullName,
        @Nullable String birthDate,
        int birthYear,
        @Nullable String bookKind,
        @Nullable String address,
        @Nullable String relation,
        @Nullable String headName,
        @Nullable String reason,
        boolean leavesDenominator,
        String note,
        @Nullable LocalDate saidOn,
        @Nullable String saidBy,
        @Nullable Instant saidAt,
        int absences) {
    /** Who it is stays out of logs. */
    @Override
    public String toString() {
        return "MissingEntry[" + id + "]";
    }
}
