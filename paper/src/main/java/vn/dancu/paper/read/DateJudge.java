package vn.dancu.paper.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.paper.read.digits.DigitReading;

/**
 * Which date stands in eight boxes: day, month, year. Day and month may be empty; some versions write the months 3 to 9 with
 * one digit in the right box, and people do so on the others too, so both are read on all.
 */
final class DateJudge {
    static final double ACCEPTED = 0.985;
    private static final double LEAST_DIGIT = 0.97;

    private DateJudge() {}

    /**
     * @param written what stands there: as ISO, or the digits with gaps when no such date exists
     * @param date null when there is none
     */
    record Judgement(String written, @Nullable PartialDate date, double confidence, boolean accepted) {}

    /**
     * @param digits eight, null where the box is empty
     * @param latest no date of a form lies after it
     */
    static Judgement judge(List<@Nullable DigitReading> digits, int earliestYear, PartialDate latest) {
        StringBuilder written = new StringBuilder();
        double confidence = 1;
        boolean allSure = true;
        for (DigitReading digit : digits) {
            if (digit == null) {
                written.append(' ');
                continue;
            }
            written.append(digit.digit());
            confidence *= digit.confidence();
            allSure &= digit.confidence() >= LEAST_DIGIT;
        }
        PartialDate date = date(written.toString());
        boolean isPlausible = date != null && date.year() >= earliestYear && date.compareTo(latest) <= 0;
        String text = date == null ? written.toString().strip().replace(' ', '_') : date.iso();
        return new Judgement(
                text,
                date,
                isPlausible ? confidence : confidence / 10,
                isPlausible && allSure && confidence >= ACCEPTED);
    }

    private static @Nullable PartialDate date(String boxes) {
        String day = boxes.substring(0, 2);
        String month = boxes.substring(2, 4);
        String year = boxes.substring(4);
        if (!year.matches("[0-9]{4}")
                || !day.matches("  |[0-9]{2}| [1-9]|[1-9] ")
                || !month.matches("  |[0-9]{2}| [1-9]|[1-9] ")) {
            return null;
        }
        int d = day.isBlank() ? 0 : Integer.parseInt(day.strip());
        int m = month.isBlank() ? 0 : Integer.parseInt(month.strip());
        boolean isGap = (d == 0 && !day.isBlank()) || (m == 0 && !month.isBlank());
        try {
            return isGap ? null : new PartialDate(Integer.parseInt(year), m, d);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
