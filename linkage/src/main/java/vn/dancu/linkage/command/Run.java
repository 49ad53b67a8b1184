package vn.dancu.linkage.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a command works with, and what is left of it when it is interrupted: nothing. */
final class Run {

    /** For the engine to remove its own files. */
    private static final long PATIENCE_MILLISECONDS = 2000;

    private static final String SPILL = ".dancu-spill-";

    final Console console;
    final OutputFiles outputs = new OutputFiles();

    /** Where pairs may be visited beside here, or null. */
    final @Nullable Engine engine;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile @Nullable Path spill;

    Run(Console console) {
        this(console, null);
    }

    Run(Console console, @Nullable Engine engine) {
        this.console = console;
        this.engine = engine;
    }

    /** Whether long work shall end. */
    boolean isStopped() {
        return stopped;
    }

    /** For files that hold what memory cannot, beside the result: where that fits, this does. Made by the first of them, removed at the end. */
    Path spillFolder(Path near) {
        Path folder = near.toAbsolutePath().getParent();
        String name = SPILL + UUID.randomUUID();
        Path own = folder == null ? Path.of(name) : folder.resolve(name);
        spill = own;
        return own;
    }

    /** The command has ended, well or not. */
    void end() {
        outputs.abort();
        removeSpill();
        if (engine != null) {
            engine.close();
        }
        ended.countDown();
    }

    /** From outside: Ctrl-C, or a request to terminate. Does nothing after the end. */
    void interrupt() {
        if (ended.getCount() == 0) {
            return;
        }
        stopped = true;
        boolean isWritten = outputs.isCommitted();
        outputs.abort();
        try {
            if (!ended.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                removeSpill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.say(
                isWritten
                        ? "bị ngắt sau khi đã ghi kết quả. / interrupted after the result was written."
                        : "bị ngắt; không ghi gì cả. / interrupted; nothing was written.");
    }

    private void removeSpill() {
        Path folder = spill;
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            console.say("không xóa được / could not remove " + folder);
        }
    }
}
