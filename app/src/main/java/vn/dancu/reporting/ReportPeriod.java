package vn.dancu.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that an official report is about.
 *
 * @param kind code of the {@link PeriodKind}, or {@link #ANY}
 * @param to inclusive
 */
public record ReportPeriod(String kind, LocalDate from, LocalDate to) {
    /** Chosen day by day; the period before it is as long and ends the day before. */
    public static final String ANY = "any";

    public ReportPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on " + to + " before it begins on " + from);
        }
    }

    /** How many days, both ends included. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public static ReportPeriod any(LocalDate from, LocalDate to) {
        return new ReportPeriod(ANY, from, to);
    }
}
