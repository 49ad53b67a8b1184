package vn.dancu.reporting;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.civil.sample.Interval;
import vn.dancu.reporting.GiveVerdict.Mark;
import vn.dancu.reporting.Inspection.Sampled;
import vn.dancu.reporting.Inspection.Stratum;
import vn.dancu.reporting.Inspection.Verdict;

/**
 * What the verdicts on a sample come to: per criterion how many passed of how many judged, and between which bounds the
 * share of all forms lies with a confidence of 95 %. Each unit gives by its size, so the sample weighs itself.
 *
 * @param lines by unit, in the order of the strata; then the whole
 */
public record InspectionTotals(List<Line> lines, Line whole) {
    public InspectionTotals {
        lines = List.copyOf(lines);
    }

    /**
     * A unit, or all together under the empty name.
     *
     * @param forms that could be drawn
     * @param judged of the drawn ones
     */
    public record Line(String unit, int forms, int drawn, int judged, Rate collection, Rate quality, Rate accuracy) {}

    /** How many passed, and between which bounds (0 to 1) the share that passes lies among all forms. */
    public record Rate(int passed, int judged, double low, double high) {}

    public static InspectionTotals of(List<Stratum> strata, List<Sampled> sample) {
        List<Line> lines = new ArrayList<>();
        for (Stratum stratum : strata) {
            lines.add(line(
                    stratum.unit(),
                    stratum.forms(),
                    sample.stream()
                            .filter(form -> form.unit().equals(stratum.unit()))
                            .toList()));
        }
        return new InspectionTotals(
                lines, line("", strata.stream().mapToInt(Stratum::forms).sum(), sample));
    }

    private static Line line(String unit, int forms, List<Sampled> sample) {
        List<Verdict> judged = new ArrayList<>();
        for (Sampled form : sample) {
            if (form.verdict() != null) {
                judged.add(form.verdict());
            }
        }
        return new Line(
                unit,
                forms,
                sample.size(),
                judged.size(),
                rate(judged.stream().map(Verdict::collection).toList(), forms),
                rate(judged.stream().map(Verdict::quality).toList(), forms),
                rate(judged.stream().map(Verdict::accuracy).toList(), forms));
    }

    private static Rate rate(List<Mark> marks, int forms) {
        int passed = (int) marks.stream().filter(mark -> mark == Mark.PASS).count();
        Interval interval = Interval.of(passed, marks.size(), Math.max(forms, marks.size()));
        return new Rate(passed, marks.size(), interval.low(), interval.high());
    }
}
