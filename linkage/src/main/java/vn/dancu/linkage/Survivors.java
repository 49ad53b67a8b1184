package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;

/** Pairs that may be one person, ascending by left row, as plain columns. */
final class Survivors {

    int size;
    int[] left = new int[16];
    int[] right = new int[16];
    long[] pattern = new long[16];
    float[] stranger = new float[16];
    float[] sibling = new float[16];
    float[] relative = new float[16];
    float[] term = new float[16];
    /** The weight that decides: against both, and with the household's evidence once there is some. */
    float[] weight = new float[16];

    void add(int i, int j, PairScore score) {
        if (size == left.length) {
            grow(size * 2);
        }
        left[size] = i;
        right[size] = j;
        pattern[size] = score.pattern;
        stranger[size] = (float) score.againstStranger;
        sibling[size] = (float) score.againstSibling;
        relative[size] = (float) score.againstRelative;
        term[size] = (float) score.term;
        weight[size] = (float) score.total;
        size++;
    }

    private void grow(int capacity) {
        left = Arrays.copyOf(left, capacity);
        right = Arrays.copyOf(right, capacity);
        pattern = Arrays.copyOf(pattern, capacity);
        stranger = Arrays.copyOf(stranger, capacity);
        sibling = Arrays.copyOf(sibling, capacity);
        relative = Arrays.copyOf(relative, capacity);
        term = Arrays.copyOf(term, capacity);
        weight = Arrays.copyOf(weight, capacity);
    }

    static int level(long pattern, int k) {
        return (int) (pattern >>> 4 * k) & 15;
    }

    static Survivors joined(List<Survivors> parts) {
        Survivors all = new Survivors();
        int size = parts.stream().mapToInt(part -> part.size).sum();
        all.grow(Math.max(16, size));
        for (Survivors part : parts) {
            System.arraycopy(part.left, 0, all.left, all.size, part.size);
            System.arraycopy(part.right, 0, all.right, all.size, part.size);
            System.arraycopy(part.pattern, 0, all.pattern, all.size, part.size);
            System.arraycopy(part.stranger, 0, all.stranger, all.size, part.size);
            System.arraycopy(part.sibling, 0, all.sibling, all.size, part.size);
            System.arraycopy(part.relative, 0, all.relative, all.size, part.size);
            System.arraycopy(part.term, 0, all.term, all.size, part.size);
            System.arraycopy(part.weight, 0, all.weight, all.size, part.size);
            all.size += part.size;
        }
        return all;
    }
}
