package vn.dancu.linkage;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Parameters laid out for the inner loop, for two given files. Shared by the threads. */
final class Weights {

    private static final double LN2 = Math.log(2);

    final Joint joint;
    final Parameters parameters;
    final boolean kin;
    final double prior;
    final double familyPrior;
    final double siblingPrior;
    final double[][] random;
    final double[][] family;
    final double[][] sibling;
    final double[][] least;
    final double[][] most;
    /** Comparisons in the order in which they are looked at: cheap ones that settle much first. */
    final int[] order;
    /** By place in that order: the most that comparisons from there on can still add. */
    final double[] mostFrom;
    /** By comparison and level: whether the frequency of the value counts (EXACT_TERM, FOLDED_TERM), or 0. */
    final byte[][] termLevels;

    /** By comparison: the most it can add; 0 where it tells nothing of the two files. */
    final double[] best;

    private final @Nullable TermWeights[] terms;
    private final int[] termSlots;

    Weights(Joint joint, Parameters parameters) {
        this(joint, parameters, true);
    }

    /** @param withTerms false where only level weights are needed, which is cheap */
    Weights(Joint joint, Parameters parameters, boolean withTerms) {
        this.joint = joint;
        this.parameters = parameters;
        this.kin = joint.kin();
        this.prior = parameters.prior();
        this.familyPrior = parameters.familyPrior();
        this.siblingPrior = parameters.siblingPrior();
        Model model = joint.model;
        int comparisons = model.comparisons().size();
        random = new double[comparisons][];
        family = new double[comparisons][];
        sibling = new double[comparisons][];
        least = new double[comparisons][];
        most = new double[comparisons][];
        mostFrom = new double[comparisons + 1];
        terms = new TermWeights[comparisons];
        termSlots = new int[comparisons];
        termLevels = new byte[comparisons][];
        boolean[] active = PairLevels.active(joint);
        best = new double[comparisons];
        Map<Integer, TermWeights> termWeights = withTerms ? TermWeights.all(joint, parameters) : Map.of();
        for (int k = 0; k < comparisons; k++) {
            Comparison comparison = model.comparisons().get(k);
            int levels = comparison.levels().size();
            random[k] = new double[levels + 1];
            family[k] = new double[levels + 1];
            sibling[k] = new double[levels + 1];
            least[k] = new double[levels + 1];
            most[k] = new double[levels + 1];
            terms[k] = termWeights.get(k);
            termSlots[k] = TermWeights.slot(joint, k);
            termLevels[k] = TermWeights.levels(comparison);
            for (int v = 1; v <= levels; v++) {
                Level level = comparison.levels().get(v - 1);
                random[k][v] = parameters.weight(k, v);
                family[k][v] = parameters.familyWeight(k, v);
                sibling[k][v] = parameters.siblingWeight(k, v);
                least[k][v] = level.leastWeight();
                most[k][v] = level.mostWeight();
                best[k] = Math.max(best[k], best(k, v));
            }
            best[k] = active[k] ? best[k] : 0;
        }
        order = ordered(best);
        for (int n = comparisons - 1; n >= 0; n--) {
            mostFrom[n] = mostFrom[n + 1] + best[order[n]];
        }
    }

    /** By what a look at a random pair takes off the bound, for what it costs. */
    private int[] ordered(double[] best) {
        double[] worth = new double[best.length];
        for (int k = 0; k < best.length; k++) {
            double taken = 0;
            double all = 0;
            for (int v = 1; v < random[k].length; v++) {
                taken += parameters.u[k][v] * (best[k] - random[k][v]);
                all += parameters.u[k][v];
            }
            worth[k] = taken / Math.max(1e-9, all) / cost(k);
        }
        return IntStream.range(0, best.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -worth[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Of equalities and digits 1. */
    private double cost(int k) {
        Comparison comparison = joint.model.comparisons().get(k);
        if (comparison.kind() != Comparison.Kind.LEVELS) {
            return switch (comparison.kind()) {
                case CODE, NUMBER, DATE, PLACE -> 1;
                default -> 1.5;
            };
        }
        Column.Kind kind = joint.model
                .columns()
                .get(joint.model.column(comparison.columns().get(0)))
                .kind();
        return switch (kind) {
            case FREE_TEXT, ADDRESS, SET -> 4;
            case TEXT, NUMBERS -> 1.5;
            default -> 1;
        };
    }

    /** What term frequency adds, before the bounds of the level; the level must be one where it counts. */
    double term(int k, int level, int[] left, int i) {
        TermWeights term = terms[k];
        return term == null || termLevels[k][level] == 0
                ? 0
                : term.of(left[i + termSlots[k]], termLevels[k][level] == TermWeights.EXACT_TERM);
    }

    /** The most that a level can add. */
    double best(int k, int v) {
        TermWeights term = terms[k];
        double rarest = term == null || termLevels[k][v] == 0 ? 0 : term.largest();
        return termLevels[k][v] == 0 ? random[k][v] : bounded(k, v, Math.max(0, rarest));
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
