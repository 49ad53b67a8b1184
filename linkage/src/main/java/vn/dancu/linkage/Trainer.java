package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Warning.Code;

/**
 * Learns parameters from two files without labels: u from random pairs and frequency tables, the class of relatives from
 * pairs inside a household of one file (who are surely two persons), first values of m from pairs that agree on an id where
 * there is one, then m and the prior together by expectation maximisation over the candidates of a sample of left rows, under
 * one-to-one. Every estimate is blended with the model's
 * belief, so that a file of three rows is linked by belief and a file of a million by what it shows.
 */
final class Trainer {

    private static final int RANDOM_PAIRS = 300_000;
    private static final int SAMPLE = 20_000;
    private static final int ROUNDS = 25;
    /** No probability moved by more than this: learnt. */
    private static final double SETTLED = 2e-4;

    private static final double PSEUDO_PAIRS_RANDOM = 100;
    /** A share of matches is believed as if it had been seen in so many rows. */
    private static final double PSEUDO_ROWS_LINK = 10;

    private static final double PSEUDO_ROWS_DEDUPE = 500;
    /** Records of one file may have several doubles each. */
    private static final double MOST_DOUBLES = 5;
    /** Candidates below this weight teach nothing. */
    private static final double BOUND = -6;
    /** What a person said weighs more than any rival, in bits. */
    private static final double CERTAIN = 200;

    /** Candidates less likely than this teach nothing. */
    private static final double LEAST_TEACHING = .02;
    /** Too few matches to speak of training. */
    private static final int FEW = 50;

    private final Joint joint;
    private final LinkOptions options;
    private final List<Label> labels;
    private final boolean within;
    private final int comparisons;
    final List<Warning> warnings = new ArrayList<>();

    Trainer(Joint joint, LinkOptions options, List<Label> labels) {
        this.labels = labels;
        this.joint = joint;
        this.options = options;
        this.within = joint.within();
        this.comparisons = joint.model.comparisons().size();
    }

    /** The model's own probabilities, with the frequencies of the data's values. */
    Parameters believed(double expectedShare) {
        Parameters parameters = new Parameters(joint.model);
        parameters.matchShare = expectedShare;
        parameters.rightSize = Math.max(1, within ? joint.rightSize / 2 : joint.rightSize);
        for (int c = 0; c < joint.model.columns().size(); c++) {
            if (ColumnWords.isCompared(joint.model, joint.model.columns().get(c))) {
                parameters.words[c] = WordWeights.learn(joint, c);
            }
        }
        for (int k = 0; k < comparisons; k++) {
            if (TermWeights.isCounted(joint, k)) {
                parameters.terms[k] = TermWeights.learn(joint, k);
            }
        }
        return parameters;
    }

    /**
     * @param expectedShare of left records that have a right one (in one file: of pairs to a record), before training
     * @param told whether somebody knows it
     */
    Parameters train(Scan scan, double expectedShare, boolean told) {
        options.progress().at("train", 0, 3);
        Parameters parameters = believed(expectedShare);
        if (joint.leftSize == 0 || joint.rightSize == 0) {
            return parameters;
        }
        LevelCounts strangers = learnStrangers(parameters);
        Relatives relatives = new Relatives(joint);
        if (joint.kin()) {
            relatives.learn(parameters);
        }
        options.progress().at("train", 1, 3);
        Survivors candidates = scan.run(new Weights(joint, parameters), sample(), BOUND, "sample");
        if (!labels.isEmpty()) {
            candidates = withLabelled(candidates, new PairScore(new Weights(joint, parameters)));
        }
        options.progress().at("train", 2, 3);
        LevelCounts teaching = maximise(parameters, candidates, scan, strangers, expectedShare, told);
        if (joint.kin()) {
            relatives.spread(parameters);
        }
        warnings.addAll(new LevelWarnings(joint, parameters, teaching, strangers).all());
        options.progress().at("train", 3, 3);
        return parameters;
    }

    private int @Nullable [] sample() {
        if (joint.leftSize <= SAMPLE) {
            return null;
        }
        Random random = new Random(options.seed() + 2);
        return IntStream.concat(
                        random.ints(0, joint.leftSize).distinct().limit(SAMPLE),
                        labels.stream().mapToInt(Label::left))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Pairs that somebody judged teach even where no rule gives them. */
    private Survivors withLabelled(Survivors candidates, PairScore score) {
        Survivors judged = new Survivors(joint.kin());
        for (Label label : labels) {
            int i = within ? Math.min(label.left(), label.right()) : label.left();
            int j = within ? Math.max(label.left(), label.right()) : label.right();
            score.reaches(Double.NEGATIVE_INFINITY, joint.left, i, joint.right, j);
            judged.add(i, j, score);
        }
        return Survivors.sorted(List.of(candidates, judged), joint.leftSize, joint.kin());
    }

    /** By candidate: 1 where it was judged one person, -1 where two, 0 where nobody said. */
    private byte[] judgements(Survivors candidates) {
        byte[] judged = new byte[candidates.size];
        Map<Long, Boolean> said = new HashMap<>();
        for (Label label : labels) {
            int i = within ? Math.min(label.left(), label.right()) : label.left();
            int j = within ? Math.max(label.left(), label.right()) : label.right();
            said.put((long) i << 32 | j, label.same());
        }
        for (int e = 0; e < candidates.size && !said.isEmpty(); e++) {
            Boolean same = said.get((long) candidates.left(e) << 32 | candidates.right(e));
            judged[e] = (byte) (same == null ? 0 : same ? 1 : -1);
        }
        return judged;
    }

    /** What random pairs showed. */
    private LevelCounts learnStrangers(Parameters parameters) {
        PairLevels levels = new PairLevels(joint, parameters);
        PairScore score = new PairScore(new Weights(joint, parameters));
        Random random = new Random(options.seed() + 1);
        LevelCounts counts = new LevelCounts(joint);
        long all = (long) joint.leftSize * joint.rightSize;
        int draws = (int) Math.min(RANDOM_PAIRS, all);
        boolean every = all <= RANDOM_PAIRS;
        for (int n = 0; n < draws; n++) {
            int i = every ? n / joint.rightSize : random.nextInt(joint.leftSize);
            int j = every ? n % joint.rightSize : random.nextInt(joint.rightSize);
            boolean household = joint.householdsComparable
                    && joint.household(joint.left, i) != 0
                    && joint.household(joint.left, i) == joint.household(joint.right, j);
            if ((within && i == j) || household || score.reaches(0, joint.left, i, joint.right, j)) {
                continue;
            }
            counts.add(levels, joint.left, i, joint.right, j);
        }
        for (int k = 0; k < comparisons; k++) {
            counts.blend(k, parameters.u[k], PSEUDO_PAIRS_RANDOM);
            boolean exactFirst = TermWeights.levels(joint.model.comparisons().get(k))[1] != 0;
            boolean dates = joint.model.comparisons().get(k).kind() == Comparison.Kind.DATE;
            if (exactFirst && !dates && !parameters.terms[k].isEmpty()) {
                parameters.u[k][1] = parameters.terms[k].average();
            }
        }
        return counts;
    }

    /** What the matches showed at last. */
    private LevelCounts maximise(
            Parameters parameters,
            Survivors candidates,
            Scan scan,
            LevelCounts strangers,
            double expectedShare,
            boolean told) {
        int sampled = Math.min(joint.leftSize, SAMPLE);
        long[] free = freeComparisons(candidates, scan);
        byte[] judged = judgements(candidates);
        for (int e = 0; e < candidates.size; e++) {
            // Whom a person judged was not picked for agreeing.
            free[e] = judged[e] == 0 ? free[e] : -1L;
        }
        new IdPairs(joint, parameters, candidates, free, posterior(parameters, candidates, judged)).teach(strangers);
        LevelCounts teaching = new LevelCounts(joint);
        double matches = 0;
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
            Expected expected = expect(posterior(parameters, candidates, judged), candidates, free);
            matches = expected.matches;
            moved = take(parameters, expected, teaching, round == 0);
            double believed = within ? Math.min(PSEUDO_ROWS_DEDUPE, sampled / 10.0 + 1) : PSEUDO_ROWS_LINK;
            double share = (matches + believed * expectedShare) / (sampled + believed);
            parameters.matchShare =
                    told ? expectedShare : Math.max(within ? 1e-5 : .01, Math.min(within ? MOST_DOUBLES : .999, share));
        }
        if (matches < FEW) {
            warnings.add(Warning.of(Code.FEW_MATCHES, Math.round(matches)));
        }
        return teaching;
    }

    /** What the matches would show: levels of all, and of those where the rule that found them left a comparison free. */
    private static final class Expected {
        final LevelCounts all;
        final LevelCounts free;
        double matches;

        Expected(Joint joint) {
            all = new LevelCounts(joint);
            free = new LevelCounts(joint);
        }

        void add(int k, int level, double probability, boolean isFree) {
            all.counts[k][level] += probability;
            if (isFree) {
                free.counts[k][level] += probability;
            }
        }
    }

    private Expected expect(double[] posterior, Survivors candidates, long[] free) {
        Expected expected = new Expected(joint);
        for (int e = 0; e < candidates.size; e++) {
            if (posterior[e] >= LEAST_TEACHING) {
                expected.matches += posterior[e];
                for (int k = 0; k < comparisons; k++) {
                    int level = Survivors.level(candidates.pattern(e), k);
                    expected.add(k, level, posterior[e], (free[e] >>> k & 1) != 0);
                }
            }
        }
        return expected;
    }

    /** Sets m to what was expected; how far the probability moved that moved most. */
    private double take(Parameters parameters, Expected expected, LevelCounts taken, boolean first) {
        double moved = 0;
        for (int k = 0; k < comparisons; k++) {
            double[] before = parameters.m[k].clone();
            believe(parameters, k);
            boolean enough = expected.free.sum(k) >= FEW;
            LevelCounts teaching = enough ? expected.free : expected.all;
            teaching.blend(k, parameters.m[k], joint.model.settings().belief());
            taken.counts[k] = teaching.counts[k];
            if (first && !enough && expected.all.sum(k) >= FEW) {
                warnings.add(Warning.of(
                        Code.ALWAYS_BLOCKED, joint.model.comparisons().get(k).name()));
            }
            for (int v = 1; v < before.length; v++) {
                moved = Math.max(moved, Math.abs(before[v] - parameters.m[k][v]));
            }
        }
        return moved;
    }

    private void believe(Parameters parameters, int k) {
        for (int v = 1; v < parameters.m[k].length; v++) {
            parameters.m[k][v] =
                    joint.model.comparisons().get(k).levels().get(v - 1).m();
        }
    }

    /**
     * By candidate: the comparisons that no rule needed in order to find it, as bits. Only where a field was free to differ
     * does its agreement teach how often it agrees (measured: m of an equal birth date of .17 instead of .85 otherwise).
     */
    private long[] freeComparisons(Survivors candidates, Scan scan) {
        long[] freeOfRule = new long[scan.rules.size()];
        for (int r = 0; r < freeOfRule.length; r++) {
            for (int k = 0; k < comparisons; k++) {
                boolean used = false;
                for (String column : joint.model.comparisons().get(k).columns()) {
                    used |= scan.rules.get(r).uses(joint.model.column(column));
                }
                freeOfRule[r] |= used ? 0 : 1L << k;
            }
        }
        long[] free = new long[candidates.size];
        long[] buffer = RuleKeys.buffer();
        long[] otherBuffer = RuleKeys.buffer();
        int[] scratch = joint.left.scratch();
        int[] otherScratch = joint.right.scratch();
        for (int e = 0; e < candidates.size; e++) {
            for (int r = 0; r < freeOfRule.length; r++) {
                boolean more = (freeOfRule[r] & ~free[e]) != 0;
                if (more
                        && scan.rules
                                .get(r)
                                .gives(
                                        joint.left.cells(candidates.left(e), scratch),
                                        joint.left.at(candidates.left(e)),
                                        joint.right.cells(candidates.right(e), otherScratch),
                                        joint.right.at(candidates.right(e)),
                                        buffer,
                                        otherBuffer)) {
                    free[e] |= freeOfRule[r];
                }
            }
        }
        return free;
    }

    /** Probability of each candidate under one-to-one: against all that claim its left or its right record. */
    private double[] posterior(Parameters parameters, Survivors candidates, byte[] judged) {
        Weights weights = new Weights(joint, parameters, false);
        double[] odds = new double[candidates.size];
        double[] byLeft = new double[joint.leftSize];
        double[] byRight = new double[joint.rightSize];
        for (int e = 0; e < candidates.size; e++) {
            double stranger = weights.prior + candidates.term(e);
            double relative = weights.familyPrior;
            double sibling = weights.siblingPrior;
            for (int k = 0; k < comparisons; k++) {
                int level = Survivors.level(candidates.pattern(e), k);
                stranger += weights.random[k][level];
                relative += weights.family[k][level];
                sibling += weights.sibling[k][level];
            }
            double total = weights.kin ? Weights.total(stranger, sibling, relative) : stranger;
            odds[e] = judged[e] < 0 ? 0 : Math.pow(2, judged[e] > 0 ? CERTAIN : Math.min(100, total));
            byLeft[candidates.left(e)] += odds[e];
            byRight[candidates.right(e)] += odds[e];
        }
        double[] posterior = odds;
        for (int e = 0; e < candidates.size; e++) {
            double rivals = within || !options.oneToOne()
                    ? 0
                    : byLeft[candidates.left(e)] + byRight[candidates.right(e)] - 2 * odds[e];
            posterior[e] = odds[e] / (1 + odds[e] + Math.max(0, rivals));
        }
        return posterior;
    }
}
