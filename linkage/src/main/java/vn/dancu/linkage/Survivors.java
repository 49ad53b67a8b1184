package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that may be one person, ascending by left and right row: plain columns, or, where memory is too small for them, files
 * ({@link PairFile}).
 */
final class Survivors {

    /** Pairs up to which one thread is as fast as two. */
    private static final int WORTH_SHARING = 50_000;

    /** Whether relatives are weighed at all; without them three columns stay empty. */
    private final boolean kin;

    private final @Nullable PairFile file;
    /** Takes what was gathered when it has become much. */
    private final @Nullable Consumer<Survivors> heir;

    int size;
    private int[] left = {};
    private int[] right = {};
    private long[] pattern = {};
    private double[] stranger = {};
    private float[] term = {};
    private float[] sibling = {};
    private float[] relative = {};
    private double[] weight = {};

    Survivors(boolean kin) {
        this(kin, null);
    }

    /** @param heir takes them ({@link #handedOver}) whenever they have become many */
    Survivors(boolean kin, @Nullable Consumer<Survivors> heir) {
        this.kin = kin;
        this.file = null;
        this.heir = heir;
        grow(16);
    }

    Survivors(PairFile file, int size, boolean kin) {
        this.kin = kin;
        this.file = file;
        this.heir = null;
        this.size = size;
    }

    /** Whether relatives are weighed. */
    boolean kin() {
        return kin;
    }

    boolean isSpilled() {
        return file != null;
    }

    /** In which they lie, where memory was too small. */
    @Nullable
    PairFile file() {
        return file;
    }

    int left(int e) {
        return file == null ? left[e] : file.left(e);
    }

    int right(int e) {
        return file == null ? right[e] : file.right(e);
    }

    long pattern(int e) {
        return file == null ? pattern[e] : file.pattern(e);
    }

    double stranger(int e) {
        return file == null ? stranger[e] : file.stranger(e);
    }

    float term(int e) {
        return file == null ? term[e] : file.term(e);
    }

    float sibling(int e) {
        return file == null ? sibling[e] : file.sibling(e);
    }

    float relative(int e) {
        return file == null ? relative[e] : file.relative(e);
    }

    /** The weight that decides: against all, and with the household's evidence once there is some. */
    double weight(int e) {
        return file == null ? weight[e] : file.weight(e);
    }

    /** Sets the deciding weights anew. */
    void weigh(IntToDoubleFunction newWeight) {
        if (file != null) {
            file.weigh(newWeight);
            return;
        }
        for (int e = 0; e < size; e++) {
            weight[e] = newWeight.applyAsDouble(e);
        }
    }

    /** Gives all pairs into other hands and begins anew. */
    Survivors handedOver() {
        Survivors all = new Survivors(kin);
        all.size = size;
        all.left = left;
        all.right = right;
        all.pattern = pattern;
        all.stranger = stranger;
        all.term = term;
        all.sibling = sibling;
        all.relative = relative;
        all.weight = weight;
        int room = left.length;
        left = new int[room];
        right = new int[room];
        pattern = new long[room];
        stranger = new double[room];
        term = new float[room];
        weight = new double[room];
        if (kin) {
            sibling = new float[room];
            relative = new float[room];
        }
        size = 0;
        return all;
    }

    static Survivors of(PairBatch batch) {
        Survivors pairs = new Survivors(batch.sibling.length > 0);
        pairs.size = batch.size();
        pairs.left = batch.left;
        pairs.right = batch.right;
        pairs.pattern = batch.pattern;
        pairs.stranger = batch.stranger;
        pairs.term = batch.term;
        pairs.sibling = batch.sibling;
        pairs.relative = batch.relative;
        pairs.weight = batch.weight;
        return pairs;
    }

    void add(int i, int j, PairScore score) {
        if (size == left.length) {
            if (heir != null && size >= PairPile.PART) {
                heir.accept(this);
            } else {
                grow(size * 2);
            }
        }
        left[size] = i;
        right[size] = j;
        pattern[size] = score.pattern;
        stranger[size] = score.againstStranger;
        term[size] = (float) score.term;
        weight[size] = score.total;
        if (kin) {
            sibling[size] = (float) score.againstSibling;
            relative[size] = (float) score.againstRelative;
        }
        size++;
    }

    private void grow(int capacity) {
        left = Arrays.copyOf(left, capacity);
        right = Arrays.copyOf(right, capacity);
        pattern = Arrays.copyOf(pattern, capacity);
        stranger = Arrays.copyOf(stranger, capacity);
        term = Arrays.copyOf(term, capacity);
        weight = Arrays.copyOf(weight, capacity);
        if (kin) {
            sibling = Arrays.copyOf(sibling, capacity);
            relative = Arrays.copyOf(relative, capacity);
        }
    }

    static int level(long pattern, int k) {
        return (int) (pattern >>> 4 * k) & 15;
    }

    /** All pairs of the parts, in order, each once. */
    static Survivors sorted(List<Survivors> parts, int leftSize, boolean kin) {
        return sorted(parts, leftSize, kin, Workers.ONE);
    }

    /** The same by several threads: each looks at all pairs and takes those of a range of left rows. */
    static Survivors sorted(List<Survivors> parts, int leftSize, boolean kin, Workers workers) {
        int size = 0;
        for (Survivors part : parts) {
            size = Math.addExact(size, part.size);
        }
        int ranges = size < WORTH_SHARING ? 1 : workers.threads();
        int[] begins = new int[leftSize + 1];
        workers.run(ranges, range -> {
            int from = bound(range, ranges, leftSize);
            int to = bound(range + 1, ranges, leftSize);
            for (Survivors part : parts) {
                for (int e = 0; e < part.size; e++) {
                    int row = part.left(e);
                    if (row >= from && row < to) {
                        begins[row + 1]++;
                    }
                }
            }
            return range;
        });
        for (int i = 0; i < leftSize; i++) {
            begins[i + 1] += begins[i];
        }
        Survivors all = new Survivors(kin);
        all.grow(Math.max(16, size));
        int[] next = begins.clone();
        workers.run(ranges, range -> {
            int from = bound(range, ranges, leftSize);
            int to = bound(range + 1, ranges, leftSize);
            for (Survivors part : parts) {
                for (int e = 0; e < part.size; e++) {
                    int row = part.left(e);
                    if (row >= from && row < to) {
                        all.move(e, next[row]++, part);
                    }
                }
            }
            for (int i = from; i < to; i++) {
                all.sortRun(begins[i], begins[i + 1]);
            }
            return range;
        });
        all.size = size;
        all.dropRepeated();
        return all;
    }

    private static int bound(int range, int ranges, int leftSize) {
        return (int) ((long) leftSize * range / ranges);
    }

    /** By right row. A left row has few pairs, as a rule. */
    private void sortRun(int begin, int end) {
        boolean sorted = true;
        for (int e = begin + 1; e < end && sorted; e++) {
            sorted = right[e - 1] <= right[e];
        }
        if (sorted) {
            return;
        }
        Survivors run = new Survivors(kin);
        run.grow(end - begin);
        long[] order = new long[end - begin];
        for (int e = begin; e < end; e++) {
            run.move(e, e - begin, this);
            order[e - begin] = (long) right[e] << 32 | e - begin;
        }
        Arrays.sort(order);
        for (int n = 0; n < order.length; n++) {
            move((int) order[n], begin + n, run);
        }
    }

    private void move(int e, int at, Survivors from) {
        left[at] = from.left(e);
        right[at] = from.right(e);
        pattern[at] = from.pattern(e);
        stranger[at] = from.stranger(e);
        term[at] = from.term(e);
        weight[at] = from.weight(e);
        if (kin) {
            sibling[at] = from.sibling(e);
            relative[at] = from.relative(e);
        }
    }

    /** A rule that gives a row several keys may give a pair several times. */
    private void dropRepeated() {
        int kept = 0;
        for (int e = 0; e < size; e++) {
            if (e == 0 || left[e] != left[e - 1] || right[e] != right[e - 1]) {
                if (kept != e) {
                    move(e, kept, this);
                }
                kept++;
            }
        }
        size = kept;
    }
}
