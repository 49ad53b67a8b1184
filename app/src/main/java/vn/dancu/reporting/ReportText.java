package vn.dancu.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import vn.dancu.shared.Texts;

/** How figures and days read in official documents. */
final class ReportText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private ReportText() {}

    static String number(long number) {
        return String.format(Texts.VIETNAMESE, "%,d", number);
    }

    /** With its sign, so that a fall is seen. */
    static String signed(long number) {
        return number == 0 ? "0" : String.format(Texts.VIETNAMESE, "%+,d", number);
    }

    /** Rounded down, so that 100 % is said only of all; a dash where there is none. */
    static String rate(OptionalDouble rate) {
        return rate.isEmpty()
                ? "—"
                : String.format(Texts.VIETNAMESE, "%.1f %%", Math.floor(rate.getAsDouble() * 10 + 1e-9) / 10);
    }

    /** Points of per cent with their sign. */
    static String points(OptionalDouble points) {
        if (points.isEmpty()) {
            return "—";
        }
        double rounded = Math.round(points.getAsDouble() * 10) / 10.0;
        return rounded == 0 ? "0,0" : String.format(Texts.VIETNAMESE, "%+.1f", rounded);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(Days.VIETNAM));
    }

    static String period(ReportPeriod period) {
        String key = period.from().equals(period.to()) ? "report.doc.one-day" : "report.doc.from-to";
        return Texts.of(Texts.VIETNAMESE).get(key, Map.of("from", day(period.from()), "to", day(period.to())));
    }

    /** What the places of a template stand for. */
    static Map<String, String> details(ReportUnits.Names names, String unit, ReportPeriod period) {
        return Map.of(
                "unit", unit.isEmpty() ? Texts.of(Texts.VIETNAMESE).get("report.doc.everywhere") : names.inText(unit),
                "KIND", names.kind(unit).toUpperCase(Locale.ROOT),
                "period", period(period),
                "from", day(period.from()),
                "to", day(period.to()));
    }
}
