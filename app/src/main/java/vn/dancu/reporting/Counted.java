package vn.dancu.reporting;

import java.time.Instant;
import java.util.List;

/**
 * All figures of a report, counted at one moment from the logs. The same unit, period and moment give the same figures
 * whenever they are counted.
 *
 * @param unit code of a commune, district or province; empty for everywhere
 * @param cutOff what had been recorded by then
 * @param byGroup whether rows are residential groups; communes otherwise
 * @param lines by key
 * @param reasons why persons remain, as far as somebody said so by then
 */
public record Counted(
        String unit,
        ReportPeriod period,
        Instant cutOff,
        boolean byGroup,
        List<ReportLine> lines,
        ReportLine total,
        List<Remaining> reasons) {
    public Counted {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /**
     * Persons of one row that remain for one reason.
     *
     * @param key of the row
     * @param reason code of the reason, {@link #UNSAID} where nobody gave one
     */
    public record Remaining(String key, String reason, long persons) {
        public static final String UNSAID = "UNSAID";
    }

    /** Rows, or the total, with more persons than there can be. */
    public List<ReportLine> aboveTarget() {
        List<ReportLine> above = new java.util.ArrayList<>(
                lines.stream().filter(ReportLine::exceedsTarget).toList());
        if (total.exceedsTarget()) {
            above.add(total);
        }
        return List.copyOf(above);
    }
}
