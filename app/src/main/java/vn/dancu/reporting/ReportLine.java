package vn.dancu.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One row of a report: every count as it stood at three moments, from which all that is printed follows.
 *
 * @param key code of the commune, or name of the residential group; empty where there is none, {@link #TOTAL} for the total
 * @param earlier counts at the end of the period before the period before, in the order of {@link Figure}; 0 for rates
 * @param before counts at the end of the period before
 * @param now counts at the end of the period
 */
public record ReportLine(String key, List<Long> earlier, List<Long> before, List<Long> now) {
    public static final String TOTAL = "*";

    public ReportLine {
        earlier = padded(earlier);
        before = padded(before);
        now = padded(now);
    }

    /** A figure that is new since the line was kept counts nothing there. */
    private static List<Long> padded(List<Long> counts) {
        if (counts.size() > Figure.values().length) {
            throw new IllegalArgumentException("more counts than there are figures: " + counts.size());
        }
        List<Long> all = new ArrayList<>(counts);
        while (all.size() < Figure.values().length) {
            all.add(0L);
        }
        return List.copyOf(all);
    }

    public static ReportLine none(String key) {
        return new ReportLine(key, List.of(), List.of(), List.of());
    }

    public long cumulative(Figure figure) {
        return now.get(figure.ordinal());
    }

    /** By the name of the figure, for templates. */
    public long n(String figure) {
        return cumulative(Figure.valueOf(figure));
    }

    /** What it stood at when the period began. */
    public long before(Figure figure) {
        return before.get(figure.ordinal());
    }

    /** What came to it in the period; below none where it fell. */
    public long inPeriod(Figure figure) {
        return cumulative(figure) - before(figure);
    }

    /** By the name of the figure, for templates. */
    public long nInPeriod(String figure) {
        return inPeriod(Figure.valueOf(figure));
    }

    /** What came to it in the period, against the period before. */
    public long change(Figure figure) {
        return inPeriod(figure) - (before(figure) - earlier.get(figure.ordinal()));
    }

    /** In per cent at the end of the period; empty without a denominator and above it. */
    public OptionalDouble rate(Figure rate) {
        return rate(rate, now);
    }

    /** Points of per cent gained in the period; empty where one of the two rates is. */
    public OptionalDouble rateInPeriod(Figure rate) {
        return difference(rate(rate, now), rate(rate, before));
    }

    /** Points gained against those gained in the period before. */
    public OptionalDouble rateChange(Figure rate) {
        return difference(rateInPeriod(rate), difference(rate(rate, before), rate(rate, earlier)));
    }

    private static OptionalDouble rate(Figure rate, List<Long> counts) {
        long part = counts.get(rate.part().ordinal());
        long whole = counts.get(rate.whole().ordinal());
        return whole <= 0 || part > whole ? OptionalDouble.empty() : OptionalDouble.of(part * 100.0 / whole);
    }

    private static OptionalDouble difference(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() - other.getAsDouble());
    }

    /** More persons than there can be. */
    public boolean exceedsTarget() {
        return cumulative(Figure.MUST) > 0 && cumulative(Figure.COLLECTED) > cumulative(Figure.MUST);
    }

    /** Nothing came to any figure in the period. */
    public boolean stoodStill() {
        return now.equals(before);
    }

    public ReportLine plus(ReportLine other) {
        return new ReportLine(key, sum(earlier, other.earlier), sum(before, other.before), sum(now, other.now));
    }

    private static List<Long> sum(List<Long> one, List<Long> other) {
        List<Long> sum = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sum.add(one.get(i) + other.get(i));
        }
        return sum;
    }

    /** The same counts in another row. */
    public ReportLine as(String otherKey) {
        return new ReportLine(otherKey, earlier, before, now);
    }
}
