package vn.dancu.linkage.csv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.PairSink;
import vn.dancu.linkage.Records;

/**
 * Writes the pairs of a result as rows: ids, weight (bits, six decimals), probability (nine). Several threads make the rows of
 * a range of left records each; they are written in the order of the left records.
 */
public final class PairRows {

    /** Which pairs of a result. */
    public enum Which {
        LINKS,
        UNCERTAIN
    }

    private static final int WEIGHT_DECIMALS = 6;
    private static final int PROBABILITY_DECIMALS = 9;
    /** Left records of a range: its rows are some hundreds of kilobytes. */
    private static final int RANGE = 1 << 14;

    private final LinkResult result;
    private final Records left;
    private final Records right;
    private final Which which;

    private PairRows(LinkResult result, Records left, Records right, Which which) {
        this.result = result;
        this.left = left;
        this.right = right;
        this.which = which;
    }

    /**
     * Writes the header and the rows, and hands all of it to the file.
     *
     * @return how many pairs there were
     * @throws LinkageException when the file cannot be written
     */
    public static long write(
            CsvOutput output, LinkResult result, Records left, Records right, Which which, int threads) {
        output.cell("left_id")
                .cell("right_id")
                .cell("weight")
                .cell("probability")
                .endRow();
        return new PairRows(result, left, right, which).write(output, threads, RANGE);
    }

    /** Rows only, for tests that have few. */
    static long write(
            CsvOutput output, LinkResult result, Records left, Records right, Which which, int threads, int range) {
        return new PairRows(result, left, right, which).write(output, threads, range);
    }

    private long write(CsvOutput output, int threads, int range) {
        long written = threads <= 1 || result.size() <= range
                ? range(output, 0, result.size())
                : inParallel(output, threads, range);
        output.flush();
        return written;
    }

    private record Made(CsvOutput rows, long count) {}

    private long inParallel(CsvOutput output, int threads, int range) {
        ExecutorService makers = Executors.newFixedThreadPool(threads);
        Deque<Future<Made>> making = new ArrayDeque<>();
        try {
            long count = 0;
            int next = 0;
            while (next < result.size() || !making.isEmpty()) {
                // No more ranges wait than there are hands, so that a slow disk does not fill the memory.
                while (next < result.size() && making.size() < 2 * threads) {
                    int from = next;
                    int to = Math.min(result.size(), from + range);
                    making.add(makers.submit(() -> {
                        CsvOutput rows = CsvOutput.inMemory();
                        return new Made(rows, range(rows, from, to));
                    }));
                    next = to;
                }
                Made made = making.remove().get();
                output.append(made.rows());
                count += made.count();
            }
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("stopped while writing");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            makers.shutdownNow();
        }
    }

    private long range(CsvOutput rows, int from, int to) {
        Batch batch = new Batch(rows);
        if (which == Which.LINKS) {
            result.forEachLink(from, to, batch);
        } else {
            result.forEachUncertain(from, to, batch);
        }
        batch.write();
        return batch.written;
    }

    /** Pairs whose ids are fetched together. */
    private final class Batch implements PairSink {
        private static final int SIZE = 256;

        private final CsvOutput rows;
        private final int[] lefts = new int[SIZE];
        private final int[] rights = new int[SIZE];
        private final double[] weights = new double[SIZE];
        private final double[] probabilities = new double[SIZE];
        private int size;
        /** So that the touch is not found to be for nothing. */
        int touched;

        private long written;

        Batch(CsvOutput rows) {
            this.rows = rows;
        }

        @Override
        public void pair(int i, int j, double weight, double probability) {
            if (size == SIZE) {
                write();
            }
            lefts[size] = i;
            rights[size] = j;
            weights[size] = weight;
            probabilities[size++] = probability;
        }

        void write() {
            touched += right.touchIds(rights, size);
            for (int n = 0; n < size; n++) {
                rows.id(left, lefts[n])
                        .id(right, rights[n])
                        .cell(weights[n], WEIGHT_DECIMALS)
                        .cell(probabilities[n], PROBABILITY_DECIMALS)
                        .endRow();
            }
            written += size;
            size = 0;
        }
    }
}
