package vn.dancu.linkage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Kept pairs that memory is too small for, ascending by left and right row, in files. The weights stand in a file of their
 * own, because they are decided anew.
 */
final class PairFile {

    private static final int LEFT = 0;
    private static final int RIGHT = 4;
    private static final int PATTERN = 8;
    private static final int STRANGER = 16;
    private static final int TERM = 24;
    private static final int SIBLING = 28;
    private static final int RELATIVE = 32;
    private static final int RECORD = 36;
    /** The same with the weight behind it: what a run of pairs consists of. */
    static final int RUN_RECORD = RECORD + 8;

    final @Nullable Path folder;
    private final int size;
    private final SpillFile.Mapped pairs;
    private SpillFile.Mapped weights;

    private PairFile(@Nullable Path folder, int size, SpillFile.Mapped pairs, SpillFile.Mapped weights) {
        this.folder = folder;
        this.size = size;
        this.pairs = pairs;
        this.weights = weights;
    }

    int left(int e) {
        return pairs.getInt(e, LEFT);
    }

    int right(int e) {
        return pairs.getInt(e, RIGHT);
    }

    long pattern(int e) {
        return pairs.getLong(e, PATTERN);
    }

    double stranger(int e) {
        return pairs.getDouble(e, STRANGER);
    }

    float term(int e) {
        return pairs.getFloat(e, TERM);
    }

    float sibling(int e) {
        return pairs.getFloat(e, SIBLING);
    }

    float relative(int e) {
        return pairs.getFloat(e, RELATIVE);
    }

    double weight(int e) {
        return weights.getDouble(e, 0);
    }

    /** Sets all weights anew, into another file. */
    void weigh(IntToDoubleFunction weight) {
        try (SpillFile file = new SpillFile(folder, "dancu-weights", Double.BYTES)) {
            for (int e = 0; e < size; e++) {
                file.next().putDouble(weight.applyAsDouble(e));
            }
            weights = file.map();
        }
    }

    /** A pair with its weight, as a run holds it. */
    static void put(Survivors pairs, int e, boolean kin, ByteBuffer record) {
        record.putInt(pairs.left(e))
                .putInt(pairs.right(e))
                .putLong(pairs.pattern(e))
                .putDouble(pairs.stranger(e))
                .putFloat(pairs.term(e))
                .putFloat(kin ? pairs.sibling(e) : 0)
                .putFloat(kin ? pairs.relative(e) : 0)
                .putDouble(pairs.weight(e));
    }

    /** Left row in the upper half, right row in the lower. */
    static long rows(ByteBuffer record, int at) {
        return (long) record.getInt(at + LEFT) << Integer.SIZE | record.getInt(at + RIGHT);
    }

    /** Takes pairs in their order. */
    static final class Writer implements AutoCloseable {
        private final @Nullable Path folder;
        private final SpillFile pairs;
        private final SpillFile weights;

        Writer(@Nullable Path folder) {
            this.folder = folder;
            this.pairs = new SpillFile(folder, "dancu-pairs", RECORD);
            this.weights = new SpillFile(folder, "dancu-weights", Double.BYTES);
        }

        /** The record of a run that begins there. */
        void add(ByteBuffer run, int at) {
            ByteBuffer record = pairs.next();
            for (int n = 0; n < RECORD; n += Integer.BYTES) {
                record.putInt(run.getInt(at + n));
            }
            weights.next().putDouble(run.getDouble(at + RECORD));
        }

        PairFile build() {
            return new PairFile(folder, Math.toIntExact(pairs.size()), pairs.map(), weights.map());
        }

        @Override
        public void close() {
            pairs.close();
            weights.close();
        }
    }
}
