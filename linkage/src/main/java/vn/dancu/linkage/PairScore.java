package vn.dancu.linkage;

import java.util.Arrays;

/** Scores pairs of rows, leaving a pair as soon as it cannot reach the bound. One per thread. */
final class PairScore {

    private final Weights weights;
    private final PairLevels levels;
    private final int[] order;
    private final double[] mostFrom;
    private final double[][] random;
    private final byte[][] termLevels;
    private final boolean kin;
    private final int[] scratch;
    private final int[] otherScratch;

    /** Levels of the last pair, four bits a comparison. */
    long pattern;
    /** log2 odds of the last pair against a stranger, against a sibling, and against another relative. */
    double againstStranger;

    double againstSibling;

    double againstRelative;
    /** What term frequency added. */
    double term;

    double total;

    PairScore(Weights weights) {
        this.weights = weights;
        this.levels = new PairLevels(weights.joint, weights.parameters);
        this.order = weights.order;
        this.mostFrom = weights.mostFrom;
        this.random = weights.random;
        this.termLevels = weights.termLevels;
        this.kin = weights.kin;
        this.scratch = new int[weights.joint.layout.stride];
        this.otherScratch = new int[scratch.length];
    }

    /**
     * @param i where the left row begins
     * @param j where the right row begins
     * @return whether the pair weighs at least the bound
     */
    boolean reaches(double bound, int[] left, int i, int[] right, int j) {
        double stranger = weights.prior;
        double terms = 0;
        long seen = 0;
        for (int n = 0; n < order.length; n++) {
            int k = order[n];
            int level = levels.level(k, left, i, right, j);
            if (level != 0) {
                if (termLevels[k][level] != 0) {
                    double added = weights.term(k, level, left, i);
                    terms += added;
                    stranger += weights.bounded(k, level, added);
                } else {
                    stranger += random[k][level];
                }
                seen |= (long) level << (4 * k);
            }
            if (stranger < bound - mostFrom[n + 1]) {
                return false;
            }
        }
        pattern = seen;
        againstStranger = stranger;
        term = terms;
        if (kin) {
            againstKin(seen);
            total = Weights.total(stranger, againstSibling, againstRelative);
        } else {
            total = stranger;
        }
        return total >= bound;
    }

    /** Where the right rows begin that are to be compared with a left one; {@link #block} leaves those that may reach the bound. */
    int[] rights = new int[64];

    /** By place in {@link #rights}: what is the caller's, carried along. */
    int[] tags = new int[64];

    private double[] strangers = new double[64];
    private double[] termSums = new double[64];
    private long[] patterns = new long[64];
    private byte[] levelsOfBlock = new byte[64];

    /** Makes room for so many right rows. */
    void room(int count) {
        if (count > rights.length) {
            int capacity = Math.max(count, rights.length * 2);
            rights = Arrays.copyOf(rights, capacity);
            tags = Arrays.copyOf(tags, capacity);
            strangers = new double[capacity];
            termSums = new double[capacity];
            patterns = new long[capacity];
            levelsOfBlock = new byte[capacity];
        }
    }

    /**
     * Scores a left row with the first so many of {@link #rights}, comparison by comparison. Those that reach the bound come
     * to the front, in their order; {@link #take} sets the fields to one of them.
     *
     * @return how many there are
     */
    int block(double bound, int[] left, int i, int[] right, int count) {
        int alive = count;
        Arrays.fill(strangers, 0, alive, weights.prior);
        Arrays.fill(termSums, 0, alive, 0);
        Arrays.fill(patterns, 0, alive, 0);
        for (int n = 0; n < order.length && alive > 0; n++) {
            int k = order[n];
            levels.levels(k, left, i, right, rights, alive, levelsOfBlock);
            alive = kept(k, bound - mostFrom[n + 1], left, i, alive);
        }
        if (!kin) {
            return alive;
        }
        int reached = 0;
        for (int n = 0; n < alive; n++) {
            take(n);
            if (total >= bound) {
                move(n, reached++);
            }
        }
        return reached;
    }

    /** Adds the weights of one comparison and keeps what is at least as heavy as needed. */
    private int kept(int k, double needed, int[] left, int i, int alive) {
        double[] weightOfLevel = random[k];
        byte[] terms = termLevels[k];
        int kept = 0;
        for (int n = 0; n < alive; n++) {
            int level = levelsOfBlock[n];
            double stranger = strangers[n];
            double term = termSums[n];
            if (terms[level] == 0) {
                stranger += weightOfLevel[level];
            } else {
                double added = weights.term(k, level, left, i);
                term += added;
                stranger += weights.bounded(k, level, added);
            }
            if (stranger >= needed) {
                strangers[kept] = stranger;
                termSums[kept] = term;
                patterns[kept] = patterns[n] | (long) level << (4 * k);
                rights[kept] = rights[n];
                tags[kept] = tags[n];
                kept++;
            }
        }
        return kept;
    }

    private void move(int from, int to) {
        strangers[to] = strangers[from];
        termSums[to] = termSums[from];
        patterns[to] = patterns[from];
        rights[to] = rights[from];
        tags[to] = tags[from];
    }

    /** Sets {@link #pattern}, {@link #total} and the rest to those of a pair of the last block. */
    void take(int n) {
        pattern = patterns[n];
        againstStranger = strangers[n];
        term = termSums[n];
        total = againstStranger;
        if (kin) {
            againstKin(pattern);
            total = Weights.total(againstStranger, againstSibling, againstRelative);
        }
    }

    private void againstKin(long seen) {
        double relative = weights.familyPrior;
        double sibling = weights.siblingPrior;
        for (int k = 0; k < order.length; k++) {
            int level = Survivors.level(seen, k);
            relative += weights.family[k][level];
            sibling += weights.sibling[k][level];
        }
        againstRelative = relative;
        againstSibling = sibling;
    }

    /** The same by the numbers of the rows. */
    boolean reaches(double bound, Rows left, int i, Rows right, int j) {
        return reaches(bound, left.cells(i, scratch), left.at(i), right.cells(j, otherScratch), right.at(j));
    }

    int level(int k, int[] left, int i, int[] right, int j) {
        return levels.level(k, left, i, right, j);
    }
}
