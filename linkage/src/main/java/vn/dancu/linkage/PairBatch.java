package vn.dancu.linkage;

import java.io.Serializable;
import java.util.Arrays;

/** Pairs that a scan kept, as plain columns: rows of the whole files, levels, weights. */
public final class PairBatch implements Serializable {

    private static final long serialVersionUID = 1L;

    final int[] left;
    final int[] right;
    final long[] pattern;
    final double[] stranger;
    final float[] term;
    final float[] sibling;
    final float[] relative;
    final double[] weight;

    PairBatch(Survivors pairs, int[] leftRows, int[] rightRows) {
        int size = pairs.size;
        left = new int[size];
        right = new int[size];
        for (int e = 0; e < size; e++) {
            left[e] = leftRows[pairs.left[e]];
            right[e] = rightRows[pairs.right[e]];
        }
        pattern = Arrays.copyOf(pairs.pattern, size);
        stranger = Arrays.copyOf(pairs.stranger, size);
        term = Arrays.copyOf(pairs.term, size);
        sibling = Arrays.copyOf(pairs.sibling, Math.min(size, pairs.sibling.length));
        relative = Arrays.copyOf(pairs.relative, Math.min(size, pairs.relative.length));
        weight = Arrays.copyOf(pairs.weight, size);
    }

    public int size() {
        return left.length;
    }
}
