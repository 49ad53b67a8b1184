package vn.dancu.linkage;

/** Scores pairs of rows, leaving a pair as soon as it cannot reach the bound. One per thread. */
final class PairScore {

    private final Weights weights;
    private final PairLevels levels;
    private final int comparisons;
    private final Comparison.Kind[] kinds;

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
        this.levels = new PairLevels(weights.joint);
        this.comparisons = weights.random.length;
        this.kinds =
                weights.joint.model.comparisons().stream().map(Comparison::kind).toArray(Comparison.Kind[]::new);
    }

    /**
     * @param i where the left row begins
     * @param j where the right row begins
     * @return whether the pair weighs at least the bound
     */
    boolean reaches(double bound, int[] left, int i, int[] right, int j) {
        double stranger = weights.prior;
        double relative = weights.familyPrior;
        double sibling = weights.siblingPrior;
        double terms = 0;
        long seen = 0;
        for (int k = 0; k < comparisons; k++) {
            int level = levels.level(k, left, i, right, j);
            if (level != 0) {
                if (Weights.hasTerm(kinds[k], level)) {
                    double added = weights.term(k, level, left, i);
                    terms += added;
                    stranger += weights.bounded(k, level, added);
                } else {
                    stranger += weights.random[k][level];
                }
                relative += weights.family[k][level];
                sibling += weights.sibling[k][level];
                seen |= (long) level << (4 * k);
            }
            if (stranger + weights.mostFrom[k + 1] < bound) {
                return false;
            }
        }
        pattern = seen;
        againstStranger = stranger;
        againstSibling = sibling;
        againstRelative = relative;
        term = terms;
        total = Weights.total(stranger, sibling, relative);
        return total >= bound;
    }

    int level(int k, int[] left, int i, int[] right, int j) {
        return levels.level(k, left, i, right, j);
    }
}
