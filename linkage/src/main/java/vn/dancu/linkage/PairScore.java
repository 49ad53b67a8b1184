package vn.dancu.linkage;

/** Scores pairs of rows, leaving a pair as soon as it cannot reach the bound. One per thread. */
final class PairScore {

    private final Weights weights;
    private final PairLevels levels;
    private final int[] order;
    private final double[] mostFrom;
    private final double[][] random;
    private final byte[][] termLevels;
    private final boolean kin;

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
            if (stranger + mostFrom[n + 1] < bound) {
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

    int level(int k, int[] left, int i, int[] right, int j) {
        return levels.level(k, left, i, right, j);
    }
}
