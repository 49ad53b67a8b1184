package vn.dancu.linkage;

import java.io.Serializable;

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
        boolean kin = pairs.kin();
        left = new int[size];
        right = new int[size];
        pattern = new long[size];
        stranger = new double[size];
        term = new float[size];
        sibling = new float[kin ? size : 0];
        relative = new float[kin ? size : 0];
        weight = new double[size];
        for (int e = 0; e < size; e++) {
            left[e] = leftRows[pairs.left(e)];
            right[e] = rightRows[pairs.right(e)];
            pattern[e] = pairs.pattern(e);
            stranger[e] = pairs.stranger(e);
            term[e] = pairs.term(e);
            weight[e] = pairs.weight(e);
            if (kin) {
                sibling[e] = pairs.sibling(e);
                relative[e] = pairs.relative(e);
            }
        }
    }

    public int size() {
        return left.length;
    }
}
