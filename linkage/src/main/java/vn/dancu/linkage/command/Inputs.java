package vn.dancu.linkage.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvRecords;
import vn.dancu.linkage.csv.CsvRecords.Side;
import vn.dancu.linkage.csv.Headers;
import vn.dancu.linkage.csv.Room;

/** Reads the files of a run with its model: two at once where there are threads for it. */
final class Inputs {

    /** A file, which of the model's headers count in it, and the header of its ids. */
    record Input(CsvFile file, Side side, String id) {

        static Input of(Path path, Side side, Model model, @Nullable String id) {
            return new Input(
                    CsvFile.open(path), side, id == null ? model.settings().id() : id);
        }
    }

    private final Run run;
    private final Model model;
    private final boolean mayLackColumns;
    private final Room room;
    private final List<Input> inputs;
    private final long expected;
    private final AtomicLong[] rows;
    private volatile boolean failed;

    private Inputs(Run run, Model model, boolean mayLackColumns, Room room, List<Input> inputs) {
        this.run = run;
        this.model = model;
        this.mayLackColumns = mayLackColumns;
        this.room = room;
        this.inputs = inputs;
        long sum = 0;
        this.rows = new AtomicLong[inputs.size()];
        for (int n = 0; n < rows.length; n++) {
            sum += inputs.get(n).file().estimatedRows();
            rows[n] = new AtomicLong();
        }
        this.expected = sum;
    }

    /**
     * Reads one file or two.
     *
     * @param mayLackColumns for a model that the user cannot change: what the files lack is told and not compared
     */
    static List<Records> read(Run run, Model model, boolean mayLackColumns, LinkOptions options, List<Input> inputs) {
        Inputs reading = new Inputs(run, model, mayLackColumns, Room.of(options), inputs);
        reading.checkHeaders();
        List<Records> records = options.threads() > 1 && inputs.size() > 1 ? reading.bothAtOnce() : reading.oneByOne();
        run.console.at("read", reading.expected, reading.expected);
        return records;
    }

    private void checkHeaders() {
        List<String> vietnamese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (Input input : inputs) {
            List<String> absent = Headers.absent(input.file(), model, input.side());
            if (absent.isEmpty()) {
                continue;
            }
            LinkageException lacking = Headers.lacking(input.file(), model, absent);
            if (mayLackColumns && Headers.some(input.file(), model, input.side())) {
                run.console.say(input.file().path() + ": không có, nên không so sánh / lacks, so not compared: "
                        + String.join(", ", absent));
            } else {
                vietnamese.add(lacking.vietnamese());
                english.add(lacking.english());
            }
        }
        if (!english.isEmpty()) {
            throw new LinkageException(String.join("\n  ", vietnamese), String.join("\n  ", english));
        }
    }

    private List<Records> oneByOne() {
        List<Records> records = new ArrayList<>();
        for (int n = 0; n < inputs.size(); n++) {
            records.add(readOne(n));
        }
        return records;
    }

    private List<Records> bothAtOnce() {
        CompletableFuture<Records> second = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        second.complete(readOne(1));
                    } catch (Throwable e) {
                        second.completeExceptionally(e);
                        failed = !(e instanceof CancellationException) || failed;
                    }
                },
                "read");
        reader.setDaemon(true);
        reader.start();
        Records first;
        try {
            first = readOne(0);
        } catch (CancellationException e) {
            result(second);
            throw e;
        } catch (Throwable e) {
            failed = true;
            // Not before the other has closed its files, so that nothing is left of them.
            second.exceptionally(alsoFailed -> null).join();
            throw e;
        }
        return List.of(first, result(second));
    }

    private static Records result(CompletableFuture<Records> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    private Records readOne(int n) {
        Input input = inputs.get(n);
        return CsvRecords.read(
                input.file(),
                model,
                input.side(),
                new Headers(input.id(), mayLackColumns),
                room,
                () -> run.isStopped() || failed,
                done -> {
                    rows[n].set(done);
                    long sum = 0;
                    for (AtomicLong one : rows) {
                        sum += one.get();
                    }
                    run.console.at("read", sum, expected);
                });
    }
}
