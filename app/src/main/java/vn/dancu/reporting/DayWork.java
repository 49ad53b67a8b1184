package vn.dancu.reporting;

import java.time.LocalDate;

/**
 * What one officer did on one day in one residential group.
 *
 * @param officer login, or the collector as written on the forms
 * @param kind what was done
 * @param count forms, or visits
 * @param returned of the forms, those that stand returned now
 */
public record DayWork(
        String commune, String group, String officer, Kind kind, LocalDate day, long count, long returned) {
    /** What work is counted as. */
    public enum Kind {
        /** Papers filled in, by the day written on them. */
        PAPERS,
        /** Visits of re-verification, met or not, by the day of the visit. */
        VISITS,
        /** Forms compared with the books and settled. */
        RECONCILED,
        APPROVED,
        REGISTERED
    }
}
