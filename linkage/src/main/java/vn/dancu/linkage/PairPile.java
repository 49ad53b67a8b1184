package vn.dancu.linkage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the pairs that a scan keeps and puts them in order. Those that memory is too small for go to a file as sorted runs,
 * which are merged at the end; the result is the same. Thread-safe while pairs are added.
 */
final class PairPile {

    /** Pairs that a task gathers before it hands them over. */
    static final int PART = 1 << 16;
    /** The most pairs that one run can hold: rows of results are counted by ints. */
    private static final long MOST_PAIRS = Integer.MAX_VALUE - 64;

    private static final int LARGEST_BUFFER = 1 << 16;
    private static final int PAIRS_BETWEEN_STOPS = 1 << 20;

    private final int leftSize;
    private final boolean kin;
    private final long mostBytes;
    private final LinkOptions options;
    private final List<Survivors> parts = new ArrayList<>();
    /** Where runs begin in the file; one more at the end. */
    private final List<Long> begins = new ArrayList<>(List.of(0L));

    private long held;
    private long added;
    private @Nullable SpillFile runs;
    /** Once a thread could not write, no other begins to. */
    private @Nullable LinkageException failure;

    PairPile(Joint joint, LinkOptions options) {
        this(joint, options, TooManyPairs.bytes(options));
    }

    /** @param mostBytes that pairs may take in memory */
    PairPile(Joint joint, LinkOptions options, long mostBytes) {
        this.leftSize = joint.leftSize;
        this.kin = joint.kin();
        this.options = options;
        this.mostBytes = mostBytes;
    }

    /** Pairs of a task, which hands its others over on the way. */
    Survivors part(String rule) {
        return new Survivors(kin, full -> add(full.handedOver(), rule));
    }

    synchronized void add(Survivors part, String rule) {
        if (failure != null) {
            throw failure;
        }
        added += part.size;
        if (added > MOST_PAIRS) {
            throw TooManyPairs.everKept(rule, MOST_PAIRS);
        }
        if (part.size > 0) {
            parts.add(part);
            held += part.size;
        }
        if (held * TooManyPairs.BYTES_A_PAIR > mostBytes) {
            try {
                spill();
            } catch (LinkageException e) {
                failure = e;
                throw e;
            }
        }
    }

    /** All pairs, in order, each once. */
    Survivors sorted(Workers workers) {
        if (runs == null) {
            return Survivors.sorted(parts, leftSize, kin, workers);
        }
        spill();
        return merged(runs);
    }

    private void spill() {
        SpillFile file = runs;
        if (file == null) {
            file = new SpillFile(options.spillFolder(), "dancu-runs", PairFile.RUN_RECORD);
            runs = file;
        }
        Survivors sorted = Survivors.sorted(parts, leftSize, kin);
        parts.clear();
        held = 0;
        for (int e = 0; e < sorted.size; e++) {
            PairFile.put(sorted, e, kin, file.next());
        }
        begins.add(file.size());
    }

    /** A run that is being read. */
    private static final class Run {
        private final SpillFile file;
        private final ByteBuffer buffer;
        private final long end;
        final int number;
        private long next;
        private int at;
        /** Of the record at hand. */
        long rows;

        Run(SpillFile file, int number, long begin, long end, int bufferRecords) {
            this.file = file;
            this.number = number;
            this.next = begin;
            this.end = end;
            this.buffer = ByteBuffer.allocateDirect((int) Math.min(bufferRecords, end - begin) * PairFile.RUN_RECORD)
                    .order(ByteOrder.nativeOrder());
            this.buffer.limit(0);
        }

        /** Goes on to the next record, if there is one. */
        boolean advance() {
            at += PairFile.RUN_RECORD;
            if (at >= buffer.limit()) {
                int count = (int) Math.min(buffer.capacity() / PairFile.RUN_RECORD, end - next);
                if (count == 0) {
                    return false;
                }
                buffer.clear().limit(count * PairFile.RUN_RECORD);
                file.read(next, buffer);
                next += count;
                at = 0;
            }
            rows = PairFile.rows(buffer, at);
            return true;
        }
    }

    private Survivors merged(SpillFile file) {
        file.flush();
        int count = begins.size() - 1;
        long room = Math.max(1 << 16, mostBytes / 8 / Math.max(1, count));
        int bufferRecords = (int) Math.min(LARGEST_BUFFER, room) / PairFile.RUN_RECORD;
        PriorityQueue<Run> next = new PriorityQueue<>(
                Comparator.comparingLong((Run run) -> run.rows).thenComparingInt(run -> run.number));
        try (file;
                PairFile.Writer writer = new PairFile.Writer(options.spillFolder())) {
            for (int n = 0; n < count; n++) {
                Run run = new Run(file, n, begins.get(n), begins.get(n + 1), Math.max(1, bufferRecords));
                if (run.advance()) {
                    next.add(run);
                }
            }
            int size = 0;
            long before = -1;
            for (Run run = next.poll(); run != null; run = next.poll()) {
                // A rule that gives a row several keys may give a pair several times.
                if (run.rows != before) {
                    writer.add(run.buffer, run.at);
                    before = run.rows;
                    size++;
                    if (size % PAIRS_BETWEEN_STOPS == 0 && options.stop().getAsBoolean()) {
                        throw new CancellationException("stopped");
                    }
                }
                if (run.advance()) {
                    next.add(run);
                }
            }
            return new Survivors(writer.build(), size, kin);
        }
    }
}
