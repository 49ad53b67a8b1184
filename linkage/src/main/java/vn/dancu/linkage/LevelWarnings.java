package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.Warning.Code;

/**
 * What the levels show of a model that does not fit its data: a comparison that hardly agrees in true pairs, a level that
 * nobody reaches, one that weighs more than a stricter one. The levels of a fixed comparison stand in no order of strictness.
 */
final class LevelWarnings {

    private static final double LEAST_AGREEING = .5;
    /** Bits by which a level must outweigh a stricter one to be spoken of. */
    private static final double CROSSED_BY = 1;
    /** So many standard errors must the gap be: of a few pairs, one is often ahead of another by chance. */
    private static final double ERRORS = 2;
    /** Added to every count, so that none seen does not pass for certainty. */
    private static final double HALF = .5;

    private final Joint joint;
    private final Parameters parameters;
    private final LevelCounts matches;
    private final LevelCounts strangers;

    /**
     * @param matches pairs that taught m, by level
     * @param strangers pairs that taught u, by level
     */
    LevelWarnings(Joint joint, Parameters parameters, LevelCounts matches, LevelCounts strangers) {
        this.joint = joint;
        this.parameters = parameters;
        this.matches = matches;
        this.strangers = strangers;
    }

    List<Warning> all() {
        List<Warning> warnings = new ArrayList<>();
        boolean[] active = PairLevels.active(joint);
        for (int k = 0; k < active.length; k++) {
            Comparison comparison = joint.model.comparisons().get(k);
            if (!active[k] || comparison.kind() == Comparison.Kind.OTHER_NAME) {
                continue;
            }
            double agreeing = 0;
            for (int v = 1; v <= comparison.levels().size(); v++) {
                agreeing += parameters.weight(k, v) > 0 ? parameters.m[k][v] : 0;
            }
            if (agreeing < LEAST_AGREEING) {
                warnings.add(Warning.of(Code.SELDOM_AGREES, comparison.name()));
            }
            for (int v = 1;
                    comparison.kind() == Comparison.Kind.LEVELS
                            && v < comparison.levels().size();
                    v++) {
                if (parameters.m[k][v] < 1e-5 && parameters.u[k][v] < 1e-7) {
                    warnings.add(Warning.of(Code.LEVEL_UNREACHED, comparison.name(), comparison.levelName(v)));
                } else if (v > 1 && crosses(k, v)) {
                    warnings.add(Warning.of(Code.LEVELS_CROSS, comparison.name(), comparison.levelName(v)));
                }
            }
        }
        return warnings;
    }

    /** Whether a level outweighs the one before it by more than chance would have it. */
    private boolean crosses(int k, int v) {
        double gap = parameters.weight(k, v) - parameters.weight(k, v - 1);
        return gap > CROSSED_BY && gap > ERRORS * standardError(k, v);
    }

    /** Of the gap, in bits: of the logarithm of a share, the variance is one by the count. */
    private double standardError(int k, int v) {
        double variance = 0;
        for (int level = v - 1; level <= v; level++) {
            variance += 1 / (matches.counts[k][level] + HALF);
            variance += isCounted(k, level) ? 1 / (strangers.counts[k][level] + HALF) : 0;
        }
        return Math.sqrt(variance) / Math.log(2);
    }

    /** Whether u of a level comes from random pairs, and not from how frequent all values are. */
    private boolean isCounted(int k, int level) {
        boolean byFrequency = TermWeights.levels(joint.model.comparisons().get(k))[1] != 0;
        return level != 1 || !byFrequency || parameters.terms[k].isEmpty();
    }
}
