package vn.dancu.linkage;

/** How often pairs reached each level of each comparison, and what to believe after that. */
final class LevelCounts {

    private final Joint joint;
    private final int comparisons;
    /** By comparison and level; level 0 is not counted. */
    final double[][] counts;

    LevelCounts(Joint joint) {
        this.joint = joint;
        this.comparisons = joint.model.comparisons().size();
        this.counts = new double[comparisons][];
        for (int k = 0; k < comparisons; k++) {
            counts[k] = new double[joint.model.comparisons().get(k).levels().size() + 1];
        }
    }

    void add(PairLevels levels, Rows left, int i, Rows right, int j) {
        for (int k = 0; k < comparisons; k++) {
            int level = levels.level(k, left, i, right, j);
            if (level != 0) {
                counts[k][level]++;
            }
        }
    }

    double sum(int k) {
        double sum = 0;
        for (int v = 1; v < counts[k].length; v++) {
            sum += counts[k][v];
        }
        return sum;
    }

    /** A comparison that only ever speaks for a pair has no whole to take shares of: it stays as believed. */
    boolean isPartial(int k) {
        return joint.model.comparisons().get(k).kind() == Comparison.Kind.OTHER_NAME;
    }

    /** What is seen, and what was believed as if it had been seen in so many pairs. */
    void blend(int k, double[] believed, double pseudo) {
        if (isPartial(k)) {
            return;
        }
        double seen = sum(k);
        double sum = 0;
        for (int v = 1; v < believed.length; v++) {
            sum += believed[v];
        }
        for (int v = 1; v < believed.length; v++) {
            believed[v] = (counts[k][v] + pseudo * believed[v] / sum) / (seen + pseudo);
        }
    }
}
