package vn.dancu.paper.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import vn.dancu.paper.read.FieldReading;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.PageReader;
import vn.dancu.paper.read.ReadPage;
import vn.dancu.paper.read.Verdict;

/**
 * Reads files into the result files of a folder, or wherever else {@link ScanResults} are kept, several pages at once and written in order. No more than a few pictures are in
 * memory, however many pages there are. Killed, it goes on at the next page when it is run again.
 */
public final class ScanRun {
    private final List<Path> files;
    private final Opening opening;
    private final Supplier<PageReader> readers;
    private final int threads;
    private final Listener listener;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private long fields;
    private long accepted;

    /** Told after every picture. */
    @FunctionalInterface
    public interface Listener {
        void read(Path file, int page, int pages);
    }

    /** Where results go; opened when the run begins, closed at its end. */
    @FunctionalInterface
    public interface Opening {
        ScanResults open() throws IOException;
    }

    /**
     * What one run did; a run that went on counts its own part.
     *
     * @param verdicts how many pages had each
     * @param resumedAfter pictures that were done before
     */
    public record Outcome(Map<Verdict, Integer> verdicts, long fields, long accepted, long resumedAfter) {}

    /** @param readers one for each thread; closed at the end */
    public ScanRun(List<Path> files, Path folder, Supplier<PageReader> readers, int threads, Listener listener) {
        this(
                files,
                () -> {
                    Files.createDirectories(folder);
                    return ResultFiles.open(folder, files);
                },
                readers,
                threads,
                listener);
    }

    /** @param readers one for each thread; closed at the end */
    public ScanRun(List<Path> files, Opening opening, Supplier<PageReader> readers, int threads, Listener listener) {
        this.files = List.copyOf(files);
        this.opening = opening;
        this.readers = readers;
        this.threads = threads;
        this.listener = listener;
    }

    private record Work(int file, int page, int pages, Pictures.Picture picture, Future<List<ReadPage>> result) {}

    public Outcome run() throws IOException, InterruptedException {
        BlockingQueue<PageReader> idle = new LinkedBlockingQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (ScanResults results = opening.open()) {
            for (int i = 0; i < threads; i++) {
                idle.add(readers.get());
            }
            long resumedAfter = results.done();
            Deque<Work> queue = new ArrayDeque<>();
            for (int f = 0; f < files.size(); f++) {
                if (!results.isFileDone(f)) {
                    readFile(f, results, pool, idle, queue);
                }
            }
            while (!queue.isEmpty()) {
                write(queue.remove(), results);
            }
            results.finish();
            return new Outcome(Map.copyOf(verdicts), fields, accepted, resumedAfter);
        } finally {
            pool.shutdownNow();
            for (PageReader reader : idle) {
                reader.close();
            }
        }
    }

    private void readFile(
            int index, ScanResults results, ExecutorService pool, BlockingQueue<PageReader> idle, Deque<Work> queue)
            throws IOException, InterruptedException {
        Path file = files.get(index);
        try (Pictures pictures = Pictures.open(file)) {
            int count = pictures.count();
            for (int page = results.nextPage(index); page < count; page++) {
                // One thread unpacks, the others read; the queue keeps both from running ahead.
                Pictures.Picture picture = pictures.read(page);
                queue.add(new Work(index, page + 1, count, picture, pool.submit(() -> read(picture, idle))));
                if (queue.size() > threads + 1) {
                    write(queue.remove(), results);
                }
            }
        }
        while (!queue.isEmpty()) {
            write(queue.remove(), results);
        }
        results.fileDone(index);
    }

    private static List<ReadPage> read(Pictures.Picture picture, BlockingQueue<PageReader> idle)
            throws InterruptedException {
        Grey grey = picture.grey();
        if (grey == null) {
            Verdict problem = picture.problem();
            return List.of(new ReadPage(
                    problem == null ? Verdict.BROKEN_FILE : problem, "", "", 0, Optional.empty(), List.of()));
        }
        PageReader reader = idle.take();
        try {
            return reader.read(grey);
        } catch (RuntimeException e) {
            // A fault of ours must not keep a hundred thousand other pages waiting: the page is named.
            return List.of(new ReadPage(Verdict.READER_FAILED, "", "", 0, Optional.empty(), List.of()));
        } finally {
            idle.add(reader);
        }
    }

    private void write(Work work, ScanResults results) throws IOException, InterruptedException {
        List<ReadPage> pages = result(work.result);
        for (ReadPage page : pages) {
            verdicts.merge(page.verdict(), 1, Integer::sum);
            fields += page.fields().size();
            accepted += page.fields().stream().filter(FieldReading::accepted).count();
        }
        results.write(work.file, work.page, work.picture, pages);
        listener.read(files.get(work.file), work.page, work.pages);
    }

    private static List<ReadPage> result(Future<List<ReadPage>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw cause;
            }
            throw new IllegalStateException("reading a page failed", e.getCause());
        }
    }
}
