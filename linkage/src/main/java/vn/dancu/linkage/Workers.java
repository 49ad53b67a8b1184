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

/** Runs numbered tasks on the threads of the options. */
final class Workers {

    /** The thread at hand. */
    static final Workers ONE = new Workers(LinkOptions.defaults().withThreads(1));

    private final LinkOptions options;

    Workers(LinkOptions options) {
        this.options = options;
    }

    int threads() {
        return options.threads();
    }

    interface Task<T> {
        T run(int number);
    }

    /** The results come in the order of the numbers. */
    <T> List<T> run(int tasks, Task<T> task) {
        List<@Nullable T> results = new ArrayList<>(Arrays.asList((T[]) new Object[tasks]));
        int threadCount = Math.min(options.threads(), tasks);
        if (threadCount <= 1) {
            for (int n = 0; n < tasks; n++) {
                results.set(n, one(task, n));
            }
        } else {
            inParallel(tasks, threadCount, task, results);
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

    private <T> T one(Task<T> task, int number) {
        if (options.stop().getAsBoolean()) {
            throw new CancellationException("stopped");
        }
        return task.run(number);
    }

    private <T> void inParallel(int tasks, int threadCount, Task<T> task, List<@Nullable T> results) {
        AtomicLong next = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threadCount; t++) {
                running.add(threads.submit(() -> {
                    for (long n = next.getAndIncrement(); n < tasks; n = next.getAndIncrement()) {
                        results.set((int) n, one(task, (int) n));
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
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            next.set(Long.MAX_VALUE / 2);
            threads.shutdownNow();
        }
    }
}
