package vn.dancu.linkage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters laid out for the inner loop, for two given files. Shared by the threads. */
final class Weights {

    private static final double LN2 = Math.log(2);

    final Joint joint;
    final Parameters parameters;
    final double prior;
    final double familyPrior;
    final double siblingPrior;
    final double[][] random;
    final double[][] family;
    final double[][] sibling;
    final double[][] least;
    final double[][] most;
    /** The most that comparisons from this one on can still add. */
    final double[] mostFrom;

    private final @Nullable TermWeights[] terms;
    private final int[] termSlots;
    private final Comparison.Kind[] kinds;

    Weights(Joint joint, Parameters parameters) {
        this(joint, parameters, true);
    }

    /** @param withTerms false where only level weights are needed, which is cheap */
    Weights(Joint joint, Parameters parameters, boolean withTerms) {
        this.joint = joint;
        this.parameters = parameters;
        this.prior = parameters.prior();
        this.familyPrior = parameters.familyPrior();
        this.siblingPrior = parameters.siblingPrior();
        Model model = joint.model;
        kinds = model.comparisons().stream().map(Comparison::kind).toArray(Comparison.Kind[]::new);
        int comparisons = model.comparisons().size();
        random = new double[comparisons][];
        family = new double[comparisons][];
        sibling = new double[comparisons][];
        least = new double[comparisons][];
        most = new double[comparisons][];
        mostFrom = new double[comparisons + 1];
        terms = new TermWeights[comparisons];
        termSlots = new int[comparisons];
        boolean[] active = PairLevels.active(joint);
        Map<Integer, TermWeights> termWeights = withTerms ? TermWeights.all(joint, parameters) : Map.of();
        for (int k = comparisons - 1; k >= 0; k--) {
            Comparison comparison = model.comparisons().get(k);
            int levels = comparison.levels().size();
            random[k] = new double[levels + 1];
            family[k] = new double[levels + 1];
            sibling[k] = new double[levels + 1];
            least[k] = new double[levels + 1];
            most[k] = new double[levels + 1];
            terms[k] = termWeights.get(k);
            termSlots[k] = joint.layout.slot(model.column(comparison.columns().get(0)))
                    + TermWeights.offset(comparison.kind());
            double best = 0;
            for (int v = 1; v <= levels; v++) {
                Level level = comparison.levels().get(v - 1);
                random[k][v] = parameters.weight(k, v);
                family[k][v] = parameters.familyWeight(k, v);
                sibling[k][v] = parameters.siblingWeight(k, v);
                least[k][v] = level.leastWeight();
                most[k][v] = level.mostWeight();
                boolean frequent = hasTerm(comparison.kind(), v);
                best = Math.max(best, frequent ? level.mostWeight() : random[k][v]);
            }
            mostFrom[k] = mostFrom[k + 1] + (active[k] ? best : 0);
        }
    }

    /** Whether a level's weight depends on how frequent the common value is. */
    static boolean hasTerm(Comparison.Kind kind, int level) {
        return switch (kind) {
            case SURNAME, MIDDLE_NAME, GIVEN_NAME -> level <= NameLevels.FOLDED;
            case DATE -> level == Dates.SAME_DAY || level == Dates.SAME_PARTIAL;
            case PLACE_NAME, LEVELS -> level == 1;
            default -> false;
        };
    }

    /** What term frequency adds, before the bounds of the level. */
    double term(int k, int level, int[] left, int i) {
        TermWeights term = terms[k];
        if (term == null || level == 0 || !hasTerm(kinds[k], level)) {
            return 0;
        }
        int code = left[i + termSlots[k]];
        boolean exact = level == 1 || term.folded.length == 0;
        return exact ? term.exact[code] : term.folded[joint.names.parts.folded(code)];
    }

    double bounded(int k, int level, double term) {
        double weight = random[k][level] + term;
        return weight < least[k][level] ? least[k][level] : Math.min(weight, most[k][level]);
    }

    /** log2 odds of one person against a stranger, a brother or sister and another relative together. */
    static double total(double againstStranger, double againstSibling, double againstRelative) {
        return both(againstStranger, both(againstSibling, againstRelative));
    }

    private static double both(double a, double b) {
        double weaker = Math.min(a, b);
        return weaker - Math.log1p(Math.exp((weaker - Math.max(a, b)) * LN2)) / LN2;
    }
}
