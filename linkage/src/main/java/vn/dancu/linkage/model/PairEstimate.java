package vn.dancu.linkage.model;

import java.util.Arrays;
import java.util.List;

/**
 * How many pairs a rule gives in two whole files (or one), from the keys it gives their samples. Blocks that are too large
 * are left out as the engine leaves them out.
 */
final class PairEstimate {

    private static final double LARGEST_BLOCK = 1_000_000;
    private static final double SMALLEST_LIMIT = 2_000;
    private static final double PAIRS_PER_ROW = 30;
    /** Pairs of the sample in one block that do not come together by chance. */
    private static final double SURE_PAIRS = 4;

    private final Sample left;
    private final Sample right;
    private final boolean dedupe;

    PairEstimate(Sample left, Sample right, boolean dedupe) {
        this.left = left;
        this.right = right;
        this.dedupe = dedupe;
    }

    /**
     * The pairs of a rule.
     *
     * @param ofLeft by part and row, the keys of the left sample
     * @param many whether one value gives several keys, so that blocks too large are left out
     */
    double pairs(List<long[][]> ofLeft, List<long[][]> ofRight, boolean many) {
        long[] a = keys(ofLeft);
        long[] b = dedupe ? a : keys(ofRight);
        double scaleLeft = (double) left.size() / Math.max(1, left.count());
        double scaleRight = (double) right.size() / Math.max(1, right.count());
        double[] blocks = new double[a.length];
        int count = 0;
        int j = 0;
        for (int i = 0; i < a.length; ) {
            int next = i + 1;
            while (next < a.length && a[next] == a[i]) {
                next++;
            }
            double inLeft = next - i;
            if (dedupe) {
                blocks[count++] = inLeft * (inLeft - 1) / 2 * scaleLeft * scaleLeft;
            } else {
                while (j < b.length && b[j] < a[i]) {
                    j++;
                }
                int from = j;
                while (j < b.length && b[j] == a[i]) {
                    j++;
                }
                blocks[count++] = inLeft * (j - from) * scaleLeft * scaleRight;
            }
            i = next;
        }
        return many ? withoutLarge(blocks, count, scaleLeft, scaleRight) : sum(blocks, count, Double.MAX_VALUE);
    }

    /** Blocks of a million pairs are left out, and smaller ones until the rule keeps to its budget. */
    private double withoutLarge(double[] blocks, int count, double scaleLeft, double scaleRight) {
        double largest = LARGEST_BLOCK;
        double budget = PAIRS_PER_ROW * (left.size() + (dedupe ? 0 : right.size())) + LARGEST_BLOCK;
        // Below, a block cannot be told from one that the sample shows too large because it holds one pair of it by
        // chance.
        double least = Math.max(SMALLEST_LIMIT, SURE_PAIRS * (dedupe ? scaleLeft * scaleLeft : scaleLeft * scaleRight));
        double pairs = sum(blocks, count, Math.max(largest, least));
        while (pairs > budget && largest > least) {
            largest /= 2;
            pairs = sum(blocks, count, Math.max(largest, least));
        }
        return Math.min(pairs, budget);
    }

    private static double sum(double[] blocks, int count, double largest) {
        double pairs = 0;
        for (int i = 0; i < count; i++) {
            pairs += blocks[i] <= largest ? blocks[i] : 0;
        }
        return pairs;
    }

    /** The keys of all rows, in order of size. */
    private static long[] keys(List<long[][]> parts) {
        long[][] first = parts.get(0);
        long[] all = new long[first.length];
        int count = 0;
        for (int row = 0; row < first.length; row++) {
            long[] keys = first[row];
            for (int p = 1; p < parts.size() && keys.length > 0; p++) {
                keys = product(keys, parts.get(p)[row]);
            }
            if (count + keys.length > all.length) {
                all = Arrays.copyOf(all, Math.max(all.length * 2, count + keys.length));
            }
            System.arraycopy(keys, 0, all, count, keys.length);
            count += keys.length;
        }
        long[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static long[] product(long[] a, long[] b) {
        long[] product = new long[a.length * b.length];
        int next = 0;
        for (long x : a) {
            for (long y : b) {
                product[next++] = SampleKeys.mix(x * 31 + y);
            }
        }
        return product;
    }
}
