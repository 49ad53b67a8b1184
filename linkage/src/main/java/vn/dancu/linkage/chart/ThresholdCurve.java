package vn.dancu.linkage.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a threshold costs and gives. Without labels the figures are expectations: of links with probabilities p at or above
 * the threshold, as many are right as their p add up to, if the probabilities are. With labels they are counted.
 *
 * @param points ascending by threshold
 * @param measured whether labels made them
 */
public record ThresholdCurve(List<Point> points, boolean measured) {

    /**
     * @param threshold a probability
     * @param links at or above it
     * @param precision share of the links that are right; NaN where there are none
     * @param recall share of the right pairs that are linked; NaN where there are none
     */
    public record Point(double threshold, double links, double precision, double recall) {}

    /**
     * A pair that somebody judged.
     *
     * @param standsFor how many pairs it was drawn to stand for; 1 where all were judged
     */
    public record Judged(double probability, boolean same, double standsFor) {}

    /** Even in log odds, so that .9, .99 and .999 stand apart. */
    private static final double[] THRESHOLDS = {
        .01, .02, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .98, .99, .995, .998, .999, .9995, .9999, .99999
    };

    public ThresholdCurve {
        points = List.copyOf(points);
    }

    /** From the probabilities of the best candidates alone. */
    public static ThresholdCurve expected(double[] probabilities) {
        return expected(probabilities, 0);
    }

    /** So many pairs of one probability. */
    public record Counted(double probability, long pairs) {}

    /** From probabilities that were counted; what is expected beyond the pairs is left aside. */
    public static ThresholdCurve expected(List<Counted> counted) {
        List<Judged> halves = new ArrayList<>();
        for (Counted pairs : counted) {
            double p = pairs.probability();
            halves.add(new Judged(p, true, p * pairs.pairs()));
            halves.add(new Judged(p, false, (1 - p) * pairs.pairs()));
        }
        return new ThresholdCurve(sums(halves, 0), false);
    }

    /** @param beyond matches that are expected but not among the pairs at all: recall counts them as missed */
    public static ThresholdCurve expected(double[] probabilities, double beyond) {
        List<Judged> halves = new ArrayList<>();
        for (double p : probabilities) {
            halves.add(new Judged(p, true, p));
            halves.add(new Judged(p, false, 1 - p));
        }
        return new ThresholdCurve(sums(halves, beyond), false);
    }

    /** From labels. */
    public static ThresholdCurve measured(List<Judged> judged) {
        return new ThresholdCurve(sums(judged, 0), true);
    }

    private static List<Point> sums(List<Judged> judged, double beyond) {
        for (Judged pair : judged) {
            if (!(pair.probability() >= 0 && pair.probability() <= 1)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1: " + pair.probability());
            }
        }
        Judged[] falling = judged.toArray(new Judged[0]);
        Arrays.sort(falling, Comparator.comparingDouble((Judged pair) -> -pair.probability()));
        double same = beyond;
        for (Judged pair : falling) {
            same += pair.same() ? pair.standsFor() : 0;
        }
        List<Point> points = new ArrayList<>();
        double links = 0;
        double right = 0;
        int at = 0;
        for (int t = THRESHOLDS.length - 1; t >= 0; t--) {
            for (; at < falling.length && falling[at].probability() >= THRESHOLDS[t]; at++) {
                links += falling[at].standsFor();
                right += falling[at].same() ? falling[at].standsFor() : 0;
            }
            points.add(0, new Point(THRESHOLDS[t], links, right / links, right / same));
        }
        return points;
    }

    /** One line a threshold. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%9s %12s %10s %10s   (%s)%n",
                "threshold",
                "links",
                "precision",
                "recall",
                measured ? "counted from labels" : "expected from probabilities"));
        for (Point point : points) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9s %,12.0f %10s %10s%n",
                    Double.toString(point.threshold()),
                    point.links(),
                    share(point.precision()),
                    share(point.recall())));
        }
        return text.toString();
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5f", value);
    }

    /** In Vietnamese, as a file of its own. */
    public static String svg(List<Point> points) {
        return svg(List.of(new ThresholdCurve(points, false)), Look.file(Look.Language.VIETNAMESE));
    }

    /** Expected and measured in one picture. */
    public static String svg(List<ThresholdCurve> curves, Look look) {
        return new ThresholdPicture(look, curves).draw();
    }
}
