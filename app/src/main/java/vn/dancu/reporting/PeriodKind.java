package vn.dancu.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A rhythm of reports, as data: the month of the police from the 15th to the 14th (Decree 09/2019/NĐ-CP, article 12), a
 * calendar month, a week, a day.
 *
 * @param code the word in addresses
 * @param name as documents and screens call it
 * @param startsOn day of the month, 1 to 28; day of the week, 1 for Monday; 1 for a day
 * @param dueDays days after the last one within which a unit must have sent its report
 */
public record PeriodKind(String code, String name, Unit unit, int startsOn, int dueDays) {
    public static final int LATEST_START = 28;

    /** How long one is. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH
    }

    public PeriodKind {
        int last = switch (unit) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> LATEST_START;
        };
        if (startsOn < 1 || startsOn > last || dueDays < 0 || dueDays > 60) {
            throw new IllegalArgumentException("no period starts on " + startsOn + " of a " + unit);
        }
    }

    /** The period that this day lies in. */
    public ReportPeriod around(LocalDate day) {
        LocalDate from = switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(startsOn)));
            case MONTH ->
                day.getDayOfMonth() >= startsOn
                        ? day.withDayOfMonth(startsOn)
                        : day.minusMonths(1).withDayOfMonth(startsOn);
        };
        return new ReportPeriod(code, from, after(from).minusDays(1));
    }

    private LocalDate after(LocalDate from) {
        return switch (unit) {
            case DAY -> from.plusDays(1);
            case WEEK -> from.plusWeeks(1);
            case MONTH -> from.plusMonths(1);
        };
    }

    public ReportPeriod before(ReportPeriod period) {
        return around(period.from().minusDays(1));
    }

    public ReportPeriod next(ReportPeriod period) {
        return around(period.to().plusDays(1));
    }

    /** The last day on which a report is not late. */
    public LocalDate due(ReportPeriod period) {
        return period.to().plusDays(dueDays);
    }
}
