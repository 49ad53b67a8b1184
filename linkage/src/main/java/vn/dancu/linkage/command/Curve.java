package vn.dancu.linkage.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.chart.Look;
import vn.dancu.linkage.chart.ThresholdCurve;
import vn.dancu.linkage.chart.ThresholdCurve.Judged;

/** What another threshold would give, of the pairs that were written: expected, and counted where the truth is known. */
final class Curve {

    private final List<Judged> judged = new ArrayList<>();
    private final List<Double> probabilities = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final @Nullable PairTruth truth;
    private long found;

    private Curve(@Nullable PairTruth truth) {
        this.truth = truth;
    }

    static String svg(LinkResult result, @Nullable PairTruth truth) {
        Curve curve = new Curve(truth);
        result.forEachLink((i, j, weight, probability) -> curve.add(i, j, probability));
        result.forEachUncertain((i, j, weight, probability) -> curve.add(i, j, probability));
        List<ThresholdCurve> curves = new ArrayList<>();
        curves.add(ThresholdCurve.expected(
                curve.probabilities.stream().mapToDouble(Double::doubleValue).toArray()));
        if (truth != null) {
            // Pairs that no threshold finds any more.
            curve.judged.add(new Judged(0, true, truth.size() - curve.found));
            curves.add(ThresholdCurve.measured(curve.judged));
        }
        return ThresholdCurve.svg(curves, Look.file(Look.Language.VIETNAMESE));
    }

    private void add(int i, int j, double probability) {
        if (!seen.add(PairTruth.pair(i, j))) {
            return;
        }
        probabilities.add(probability);
        if (truth != null) {
            boolean same = truth.holds(i, j);
            found += same ? 1 : 0;
            judged.add(new Judged(probability, same, 1));
        }
    }
}
