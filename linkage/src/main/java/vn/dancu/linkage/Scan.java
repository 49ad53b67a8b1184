package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Visits the pairs that the blocking rules give, left row by left row, and keeps those that reach a bound. A pair is kept
 * once, however many rules give it. Threads take chunks; the result does not depend on their number.
 */
final class Scan {

    private static final int CHUNK = 1024;

    private final Joint joint;
    private final List<RuleIndex> rules;
    private final LinkOptions options;

    Scan(Joint joint, LinkOptions options) {
        this.joint = joint;
        this.options = options;
        this.rules = inParallel(
                joint.model.rules().size(),
                options,
                rule -> new RuleIndex(joint, joint.model.rules().get(rule)));
    }

    List<RuleIndex> rules() {
        return rules;
    }

    /** @param leftRows which left rows, ascending; null for all */
    Survivors run(Weights weights, int @Nullable [] leftRows, double bound, String phase) {
        int rows = leftRows == null ? joint.leftSize : leftRows.length;
        int chunks = (rows + CHUNK - 1) / CHUNK;
        ThreadLocal<PairScore> scores = ThreadLocal.withInitial(() -> new PairScore(weights));
        AtomicLong done = new AtomicLong();
        List<Survivors> parts = inParallel(chunks, options, chunk -> {
            Survivors kept = new Survivors();
            int end = Math.min(rows, (chunk + 1) * CHUNK);
            for (int n = chunk * CHUNK; n < end; n++) {
                one(leftRows == null ? n : leftRows[n], scores.get(), bound, kept);
            }
            options.progress().at(phase, done.addAndGet(end - chunk * CHUNK), rows);
            return kept;
        });
        return Survivors.joined(parts);
    }

    private void one(int i, PairScore score, double bound, Survivors kept) {
        boolean within = joint.left == joint.right;
        int first = kept.size;
        int stride = joint.layout.stride;
        int row = i * stride;
        long[] keys = new long[8];
        for (RuleIndex rule : rules) {
            int n = rule.keys(joint.left, row, keys);
            for (int k = 0; k < n; k++) {
                int tag = RuleIndex.tag(keys[k]);
                int end = rule.end(keys[k]);
                for (int entry = rule.begin(keys[k]); entry < end; entry++) {
                    int j = rule.rowAt(entry);
                    if (rule.tagAt(entry) == tag
                            && !(within && j <= i)
                            && !holds(kept, first, j)
                            && score.reaches(bound, joint.left, row, joint.right, j * stride)) {
                        kept.add(i, j, score);
                    }
                }
            }
        }
    }

    private static boolean holds(Survivors kept, int first, int j) {
        for (int at = first; at < kept.size; at++) {
            if (kept.right[at] == j) {
                return true;
            }
        }
        return false;
    }

    interface Task<T> {
        T run(int number);
    }

    /** Runs numbered tasks on the threads of the options; the results come in the order of the numbers. */
    static <T> List<T> inParallel(int tasks, LinkOptions options, Task<T> task) {
        List<@Nullable T> results = new ArrayList<>(Arrays.asList((T[]) new Object[tasks]));
        AtomicLong next = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(options.threads());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < options.threads(); t++) {
                running.add(threads.submit(() -> {
                    for (long n = next.getAndIncrement(); n < tasks; n = next.getAndIncrement()) {
                        if (options.stop().getAsBoolean()) {
                            throw new CancellationException("stopped");
                        }
                        results.set((int) n, task.run((int) n));
                    }
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } finally {
            next.set(Long.MAX_VALUE / 2);
            threads.shutdownNow();
        }
        List<T> complete = new ArrayList<>(tasks);
        for (T result : results) {
            if (result == null) {
                throw new IllegalStateException("a task gave no result");
            }
            complete.add(result);
        }
        return complete;
    }
}
