package vn.dancu.linkage.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.linkage.Label;
import vn.dancu.linkage.ModelSummary;
import vn.dancu.linkage.ModelSummary.ComparisonSummary;
import vn.dancu.linkage.ModelSummary.LevelSummary;

/**
 * Learns m of every level and the prior from answers and from what was not asked, together: expectation maximisation in
 * which an answered pair counts as what it was called and every other with its probability under one-to-one. u stays: it is
 * known from random pairs, and candidates are anything but random.
 *
 * <p>Semi-supervised maximum likelihood as in Nigam, McCallum, Thrun and Mitchell, "Text Classification from Labeled and
 * Unlabeled Documents using EM", Machine Learning 39 (2000), for the model of Fellegi and Sunter.
 *
 * @param oneToOne whether a record has at most one partner
 * @param belief for how many pairs the m of the beginning count
 * @param labelCounts for how many pairs an answered one counts; 1 is maximum likelihood
 * @param rounds of maximisation
 */
public record Learning(boolean oneToOne, double belief, double labelCounts, int rounds) {

    public static final Learning USUAL = new Learning(true, 50, 1, 20);

    private static final double LEAST = 1e-6;

    public Learning {
        if (belief <= 0 || labelCounts <= 0 || rounds < 1) {
            throw new IllegalArgumentException("counts are above 0");
        }
    }

    private record Pair(int left, int right) {}

    /**
     * @param start what is believed; a weight that bounds kept from log2(m / u) moves with it
     * @param lefts left records, all pairs of which with the right ones the prior speaks of
     * @param rights right records; of one file, (n − 1) / 2
     * @throws IllegalArgumentException where a pair is labelled both ways
     */
    public ModelSummary learn(
            ModelSummary start, PatternSource pairs, List<Label> labels, double lefts, double rights) {
        byte[] known = known(pairs, labels);
        double[][] m = start.comparisons().stream().map(Learning::m).toArray(double[][]::new);
        double[][] weights = start.comparisons().stream().map(Learning::weights).toArray(double[][]::new);
        double[] free = free(start, m);
        Asked asked = Asked.of(labels);
        // A record that has its partner is not compared any more, so the others are likelier to find theirs.
        double taken = oneToOne ? asked.same() : 0;
        double open = Math.max(1, (lefts - taken) * (rights - taken) - asked.all() + taken);
        double openPrior = start.prior();
        double prior = start.prior();
        for (int round = 0; round < rounds; round++) {
            double[] posterior = posterior(pairs, known, weights, openPrior);
            double matches = 0;
            double openMatches = 0;
            double[][] counts = emptyCounts(m);
            for (int e = 0; e < posterior.length; e++) {
                double times = posterior[e] * (known[e] == 0 ? 1 : labelCounts);
                matches += posterior[e];
                openMatches += known[e] == 0 ? posterior[e] : 0;
                for (int k = 0; k < m.length; k++) {
                    int level = pairs.level(e, k);
                    if (level > 0) {
                        counts[k][level - 1] += times;
                    }
                }
            }
            for (int k = 0; k < m.length; k++) {
                if (free[k] > 0) {
                    maximise(start.comparisons().get(k), counts[k], free[k], m[k], weights[k]);
                }
            }
            prior = logOdds(matches, lefts * rights);
            openPrior = logOdds(openMatches, open);
        }
        return summary(start, m, weights, prior);
    }

    private record Asked(long all, long same) {

        static Asked of(List<Label> labels) {
            List<Label> distinct = labels.stream().distinct().toList();
            return new Asked(
                    distinct.size(), distinct.stream().filter(Label::same).count());
        }
    }

    private static double logOdds(double matches, double comparisons) {
        double share = Math.min(.5, Math.max(LEAST, matches) / Math.max(1, comparisons));
        return log2(share / (1 - share));
    }

    /** 1: one, -1: two, 0: not asked. A "same" says under one-to-one that the other pairs of both records are two. */
    private byte[] known(PatternSource pairs, List<Label> labels) {
        Map<Pair, Boolean> said = new HashMap<>();
        Set<Integer> lefts = new HashSet<>();
        Set<Integer> rights = new HashSet<>();
        for (Label label : labels) {
            Boolean before = said.put(new Pair(label.left(), label.right()), label.same());
            if (before != null && before != label.same()) {
                throw new IllegalArgumentException("labelled both ways: " + label.left() + ", " + label.right());
            }
            if (label.same()) {
                lefts.add(label.left());
                rights.add(label.right());
            }
        }
        byte[] known = new byte[pairs.pairs()];
        for (int e = 0; e < known.length; e++) {
            Boolean same = said.get(new Pair(pairs.left(e), pairs.right(e)));
            if (same != null) {
                known[e] = (byte) (same ? 1 : -1);
            } else if (oneToOne && (lefts.contains(pairs.left(e)) || rights.contains(pairs.right(e)))) {
                known[e] = -1;
            }
        }
        return known;
    }

    private double[] posterior(PatternSource pairs, byte[] known, double[][] weights, double prior) {
        double[] odds = new double[known.length];
        Map<Integer, Double> byLeft = new HashMap<>();
        Map<Integer, Double> byRight = new HashMap<>();
        for (int e = 0; e < odds.length; e++) {
            if (known[e] == 0) {
                double weight = prior + pairs.added(e);
                for (int k = 0; k < weights.length; k++) {
                    int level = pairs.level(e, k);
                    weight += level == 0 ? 0 : weights[k][level - 1];
                }
                odds[e] = Math.pow(2, Math.max(-100, Math.min(100, weight)));
                byLeft.merge(pairs.left(e), odds[e], Double::sum);
                byRight.merge(pairs.right(e), odds[e], Double::sum);
            }
        }
        double[] posterior = new double[odds.length];
        for (int e = 0; e < odds.length; e++) {
            if (known[e] != 0) {
                posterior[e] = known[e] > 0 ? 1 : 0;
                continue;
            }
            double rivals = oneToOne
                    ? byLeft.getOrDefault(pairs.left(e), 0.0) + byRight.getOrDefault(pairs.right(e), 0.0) - 2 * odds[e]
                    : 0;
            posterior[e] = odds[e] / (1 + odds[e] + Math.max(0, rivals));
        }
        return posterior;
    }

    /** Levels whose m do not add up to 1 only ever speak for a pair: there is no whole to take shares of, they stay. */
    private static double[] free(ModelSummary start, double[][] m) {
        double[] free = new double[m.length];
        for (int k = 0; k < m.length; k++) {
            double sum = 0;
            double u = 0;
            for (int v = 0; v < m[k].length; v++) {
                sum += m[k][v];
                u += start.comparisons().get(k).levels().get(v).u();
            }
            free[k] = Math.abs(sum - 1) < .05 && u > .5 ? sum : 0;
        }
        return free;
    }

    /** A weight that was kept within bounds moves as far as log2(m / u) does. */
    private void maximise(ComparisonSummary start, double[] counts, double whole, double[] m, double[] weights) {
        double seen = 0;
        for (double count : counts) {
            seen += count;
        }
        for (int v = 0; v < m.length; v++) {
            LevelSummary level = start.levels().get(v);
            m[v] = Math.max(LEAST, (counts[v] + belief * level.m() / whole) / (seen + belief));
            weights[v] = level.weight() + log2(m[v] / level.m());
        }
    }

    private static ModelSummary summary(ModelSummary start, double[][] m, double[][] weights, double prior) {
        List<ComparisonSummary> comparisons = new ArrayList<>();
        for (int k = 0; k < m.length; k++) {
            ComparisonSummary comparison = start.comparisons().get(k);
            List<LevelSummary> levels = new ArrayList<>();
            for (int v = 0; v < m[k].length; v++) {
                LevelSummary level = comparison.levels().get(v);
                levels.add(new LevelSummary(level.name(), m[k][v], level.u(), weights[k][v]));
            }
            comparisons.add(new ComparisonSummary(comparison.name(), levels));
        }
        return new ModelSummary(prior, comparisons);
    }

    private static double[] m(ComparisonSummary comparison) {
        return comparison.levels().stream().mapToDouble(LevelSummary::m).toArray();
    }

    private static double[] weights(ComparisonSummary comparison) {
        return comparison.levels().stream().mapToDouble(LevelSummary::weight).toArray();
    }

    private static double[][] emptyCounts(double[][] like) {
        double[][] counts = new double[like.length][];
        for (int k = 0; k < like.length; k++) {
            counts[k] = new double[like[k].length];
        }
        return counts;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
