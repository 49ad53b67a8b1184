package vn.dancu.linkage;

/**
 * Exact probabilities under one-to-one: every way to pair lefts with rights (or leave them alone) counts as the product of
 * the odds of its pairs, and a pair's probability is its share. What greedy assignment decides arbitrarily shows here as a
 * half.
 */
final class Matchings {

    /** The smaller side of a component is spread over so many bits at most. */
    static final int MOST_BITS = 12;

    /** The product of the odds of a matching stays below 2 to this, that is, finite. */
    private static final double MOST_SUM = 900;

    private Matchings() {}

    /**
     * @param weights log2 odds by left and right; negative infinity where there is no candidate
     * @return probabilities by left and right
     */
    static double[][] probabilities(double[][] weights) {
        int lefts = weights.length;
        int rights = weights[0].length;
        if (rights > lefts) {
            return transposed(probabilities(transposed(weights)));
        }
        double[][] odds = new double[lefts][rights];
        double most = MOST_SUM / Math.min(rights, MOST_BITS);
        for (int i = 0; i < lefts; i++) {
            for (int j = 0; j < rights; j++) {
                odds[i][j] = Math.pow(2, Math.min(most, weights[i][j]));
            }
        }
        return rights <= MOST_BITS ? exact(odds) : approximate(odds);
    }

    /** Sums over the sets of rights that the first lefts take, and over those that the last ones may take. */
    private static double[][] exact(double[][] odds) {
        int lefts = odds.length;
        int rights = odds[0].length;
        int sets = 1 << rights;
        double[][] before = new double[lefts + 1][sets];
        double[][] after = new double[lefts + 1][sets];
        before[0][0] = 1;
        for (int i = 0; i < lefts; i++) {
            for (int taken = 0; taken < sets; taken++) {
                double ways = before[i][taken];
                if (ways == 0) {
                    continue;
                }
                before[i + 1][taken] += ways;
                for (int j = 0; j < rights; j++) {
                    if ((taken >> j & 1) == 0 && odds[i][j] > 0) {
                        before[i + 1][taken | 1 << j] += ways * odds[i][j];
                    }
                }
            }
        }
        java.util.Arrays.fill(after[lefts], 1);
        for (int i = lefts - 1; i >= 0; i--) {
            for (int taken = 0; taken < sets; taken++) {
                double ways = after[i + 1][taken];
                for (int j = 0; j < rights; j++) {
                    if ((taken >> j & 1) == 0) {
                        ways += odds[i][j] * after[i + 1][taken | 1 << j];
                    }
                }
                after[i][taken] = ways;
            }
        }
        double all = after[0][0];
        double[][] probabilities = new double[lefts][rights];
        for (int i = 0; i < lefts; i++) {
            for (int j = 0; j < rights; j++) {
                double ways = 0;
                for (int taken = 0; taken < sets; taken++) {
                    if ((taken >> j & 1) == 0) {
                        ways += before[i][taken] * odds[i][j] * after[i + 1][taken | 1 << j];
                    }
                }
                probabilities[i][j] = ways / all;
            }
        }
        return probabilities;
    }

    /** Each pair against all others that claim its left or its right; never more than exact for two rivals. */
    private static double[][] approximate(double[][] odds) {
        int rights = odds[0].length;
        double[] byRight = new double[rights];
        for (double[] row : odds) {
            for (int j = 0; j < rights; j++) {
                byRight[j] += row[j];
            }
        }
        double[][] probabilities = new double[odds.length][rights];
        for (int i = 0; i < odds.length; i++) {
            double byLeft = java.util.Arrays.stream(odds[i]).sum();
            for (int j = 0; j < rights; j++) {
                double rivals = Math.max(0, byLeft - odds[i][j]) + Math.max(0, byRight[j] - odds[i][j]);
                probabilities[i][j] = odds[i][j] / (1 + odds[i][j] + rivals);
            }
        }
        return probabilities;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }
}
