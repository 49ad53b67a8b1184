package vn.dancu.linkage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, a run of ints each: in memory, or, where that is too small, in a file without a name that the machine
 * keeps in memory as far as it can. Immutable, shared by the threads.
 */
final class Rows {

    final int size;
    final int stride;
    private final int @Nullable [] heap;
    /** Segments of 2^SEGMENT_BITS rows. */
    private final IntBuffer @Nullable [] mapped;

    /** Rows that a thread recodes at a time: they stay in its cache from slot to slot. */
    private static final int PART = 1 << 12;

    private static final int SEGMENT_BITS = 20;
    private static final int SEGMENT = 1 << SEGMENT_BITS;

    private Rows(int size, int stride, int @Nullable [] heap, IntBuffer @Nullable [] mapped) {
        this.size = size;
        this.stride = stride;
        this.heap = heap;
        this.mapped = mapped;
    }

    boolean isSpilled() {
        return mapped != null;
    }

    /** The cells that hold a row, which begins at {@link #at}: the file's own, or the scratch, into which it is copied. */
    int[] cells(int row, int[] scratch) {
        if (heap != null) {
            return heap;
        }
        copy(row, scratch, 0);
        return scratch;
    }

    /** Where a row begins in what {@link #cells} gives. */
    int at(int row) {
        return heap != null ? row * stride : 0;
    }

    int[] scratch() {
        return heap != null ? heap : new int[stride];
    }

    void copy(int row, int[] into, int at) {
        if (heap != null) {
            System.arraycopy(heap, row * stride, into, at, stride);
        } else if (mapped != null) {
            mapped[row >>> SEGMENT_BITS].get((row & SEGMENT - 1) * stride, into, at, stride);
        }
    }

    /** Looks at rows that will be copied: many at a time are on their way from memory then, and not one after the other. */
    int touch(long[] entries, int count) {
        int sum = 0;
        if (heap != null) {
            for (int n = 0; n < count; n++) {
                sum ^= touch(RuleEntries.row(entries[n]));
            }
        }
        return sum;
    }

    /** The same of one row. */
    int touch(int row) {
        if (heap == null) {
            return 0;
        }
        int at = row * stride;
        return heap[at] ^ heap[at + stride - 1];
    }

    int cell(int row, int slot) {
        if (heap != null) {
            return heap[row * stride + slot];
        }
        return mapped == null ? 0 : mapped[row >>> SEGMENT_BITS].get((row & SEGMENT - 1) * stride + slot);
    }

    /**
     * The same rows in other codes; null where they are not in memory.
     *
     * @param codes by slot: the new code of each old one; null where a cell stays as it is
     */
    @Nullable
    Rows recoded(int[] @Nullable [] codes, Workers workers) {
        int[] from = heap;
        if (from == null) {
            return null;
        }
        int[] slots =
                IntStream.range(0, stride).filter(slot -> codes[slot] != null).toArray();
        int[] to = new int[from.length];
        int parts = (size + PART - 1) / PART;
        workers.run(parts, part -> {
            int begin = part * PART * stride;
            int end = Math.min(size, (part + 1) * PART) * stride;
            System.arraycopy(from, begin, to, begin, end - begin);
            for (int slot : slots) {
                int[] newCodes = codes[slot];
                for (int at = begin + slot; at < end && newCodes != null; at += stride) {
                    to[at] = newCodes[to[at]];
                }
            }
            return part;
        });
        return new Rows(size, stride, to, null);
    }

    /** Counts the codes that stand in a slot; the rows that hold any. */
    long count(int slot, int[] counts) {
        long known = 0;
        for (int row = 0; row < size; row++) {
            int code = cell(row, slot);
            if (code != 0) {
                counts[code]++;
                known++;
            }
        }
        return known;
    }

    boolean holds(int slot) {
        for (int row = 0; row < size; row++) {
            if (cell(row, slot) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes rows one after the other. */
    static final class Writer {

        private final int stride;
        private final long budget;
        private final @Nullable Path folder;
        private int[] cells;
        /** Rows in memory: all, or those since the last that went to the file. */
        private int held;

        private int size;
        private @Nullable FileChannel file;

        /**
         * @param budget bytes that the rows may take in memory; 0 for as much as there is
         * @param folder of the file that takes them beyond; null for the machine's own
         */
        Writer(int stride, int expected, long budget, @Nullable Path folder) {
            this.stride = stride;
            this.budget = budget == 0 ? Long.MAX_VALUE : budget;
            this.folder = folder;
            long most = Math.min(this.budget / 4 / stride, (Integer.MAX_VALUE - 8) / stride);
            this.cells = new int[(int) Math.max(1, Math.min(expected, most)) * stride];
        }

        int size() {
            return size;
        }

        /** The cells into which the next row is written, from {@link #at} on, which are 0. */
        int[] next() {
            if ((held + 1) * stride > cells.length) {
                long larger = Math.max(held + 16L, held + (held >> 1)) * stride;
                if (file != null || larger * 4 > budget) {
                    spill();
                } else {
                    cells = Arrays.copyOf(cells, Math.toIntExact(larger));
                }
            }
            return cells;
        }

        int at() {
            return held * stride;
        }

        void done() {
            held++;
            size++;
        }

        private void spill() {
            try {
                if (file == null) {
                    file = SpillFile.open(folder, "dancu-rows");
                }
                ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.nativeOrder());
                IntBuffer ints = bytes.asIntBuffer();
                for (int at = 0; at < held * stride; ) {
                    int count = Math.min(ints.capacity(), held * stride - at);
                    ints.clear();
                    ints.put(cells, at, count);
                    bytes.clear().limit(count * 4);
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    at += count;
                }
                Arrays.fill(cells, 0, held * stride, 0);
                held = 0;
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private LinkageException failed(IOException e) {
            FileChannel open = file;
            if (open != null) {
                try {
                    // What was written is of no use, and its disk may be wanted back.
                    open.close();
                } catch (IOException alsoFailed) {
                    e.addSuppressed(alsoFailed);
                }
            }
            return SpillFile.failed(folder, e);
        }

        Rows build() {
            if (file == null) {
                int[] exact = cells.length == size * stride ? cells : Arrays.copyOf(cells, size * stride);
                return new Rows(size, stride, exact, null);
            }
            spill();
            cells = new int[0];
            IntBuffer[] segments = new IntBuffer[(size + SEGMENT - 1) >>> SEGMENT_BITS];
            // Once mapped, the file needs neither its name nor its channel, and is gone with the program.
            try (FileChannel closing = file) {
                for (int s = 0; s < segments.length; s++) {
                    long from = (long) s * SEGMENT * stride * 4;
                    long length = Math.min((long) SEGMENT * stride * 4, (long) size * stride * 4 - from);
                    segments[s] = closing.map(FileChannel.MapMode.READ_ONLY, from, length)
                            .order(ByteOrder.nativeOrder())
                            .asIntBuffer();
                }
            } catch (IOException e) {
                throw failed(e);
            }
            return new Rows(size, stride, null, segments);
        }
    }
}
