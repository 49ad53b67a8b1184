package vn.dancu.shared.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.Shelf.Line;
import vn.dancu.shared.table.Shelf.Taken;

/**
 * Takes a table in: reads and parses on one thread, writes portions on the caller's. A portion comes in whole or not at
 * all, and a record that is there already is known again; so an import that was stopped, killed or ran out of disk is
 * simply repeated, and nothing is doubled or lost.
 */
public final class TableImport<T> {
    /** The longest number that is kept; real ones have about ten characters. */
    public static final int LONGEST_NUMBER = 200;

    static final int PORTION = 10_000;

    private final Shelf<T> shelf;
    private final Table table;
    private final RejectedRows rejected;
    private final boolean dryRun;
    private final Progress progress;
    private long read;
    private long fresh;
    private long known;
    private long refused;

    private TableImport(Shelf<T> shelf, Table table, RejectedRows rejected, boolean dryRun, Progress progress) {
        this.shelf = shelf;
        this.table = table;
        this.rejected = rejected;
        this.dryRun = dryRun;
        this.progress = progress;
    }

    /**
     * @param dryRun everything but the write, with the same report
     * @throws DanCuException E101–E104 for the file, E201 and E301 for the database, E302 for the file of rejected rows,
     *     E303 when the progress asked to stop; what came in before stays
     */
    public static <T> ImportReport run(
            Shelf<T> shelf, Path file, RejectedRows rejected, boolean dryRun, Progress progress) {
        try (Table table = Table.open(file, shelf.columns())) {
            return new TableImport<>(shelf, table, rejected, dryRun, progress).run();
        }
    }

    private ImportReport run() {
        progress.begin("import." + shelf.kind(), table.expectedRows());
        @Nullable Long run = dryRun ? null : shelf.begin(table.name(), table.sha256());
        BlockingQueue<Portion<T>> portions = new ArrayBlockingQueue<>(2);
        Reading reading = new Reading(portions);
        reading.start();
        try {
            Portion<T> portion = portions.take();
            while (true) {
                take(portion, run);
                if (portion.last()) {
                    break;
                }
                if (progress.stopRequested()) {
                    throw failure(ErrorCode.E303_STOPPED, "import.stopped", null);
                }
                portion = portions.take();
            }
            RuntimeException broke = portion.failure();
            if (broke != null) {
                throw broke;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(ErrorCode.E303_STOPPED, "import.stopped", e);
        } finally {
            reading.stopReading();
        }
        if (run != null) {
            shelf.finish(run, read, refused);
        }
        return new ImportReport(
                shelf.kind(),
                table.name(),
                table.encoding(),
                table.separator(),
                dryRun,
                read,
                fresh,
                known,
                refused,
                rejected.file(),
                table.unknownColumns(),
                table.notes());
    }

    private void take(Portion<T> portion, @Nullable Long run) {
        read += portion.read();
        for (Refused row : portion.refused()) {
            reject(row.line(), row.why(), row.number());
        }
        if (!portion.lines().isEmpty()) {
            Taken<T> taken = shelf.take(portion.lines(), run);
            fresh += taken.fresh();
            known += taken.known();
            for (Line<T> line : taken.refused()) {
                reject(line.line(), Reject.R104_OTHER_CONTENT, line.number());
            }
        }
        progress.advance(portion.read());
    }

    private void reject(long line, Reject why, String number) {
        refused++;
        rejected.add(line, why, number, table.name());
    }

    private DanCuException failure(ErrorCode code, String key, @Nullable Throwable cause) {
        String text = BothLanguages.text(
                key, Map.of("read", String.valueOf(read), "fresh", String.valueOf(fresh), "file", table.name()));
        return new DanCuException(code, text, cause);
    }

    /** A row rejected for what it is, without a look into the database. */
    private record Refused(long line, Reject why, String number) {}

    /** @param failure why the reading ended before the file did; after what was read up to there */
    private record Portion<T>(
            int read,
            List<Line<T>> lines,
            List<Refused> refused,
            boolean last,
            @Nullable RuntimeException failure) {}

    /** Reads ahead by two portions at most. */
    private final class Reading extends Thread {
        private final BlockingQueue<Portion<T>> portions;
        private final NumberSet numbers = new NumberSet();
        private volatile boolean stopped;

        Reading(BlockingQueue<Portion<T>> portions) {
            super("import-reading");
            this.portions = portions;
            setDaemon(true);
        }

        void stopReading() {
            stopped = true;
            interrupt();
            try {
                join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void run() {
            try {
                boolean more = true;
                while (more && !stopped) {
                    Portion<T> portion = portion();
                    portions.put(portion);
                    more = !portion.last();
                }
            } catch (InterruptedException e) {
                stopped = true;
            }
        }

        private Portion<T> portion() {
            List<Line<T>> lines = new ArrayList<>(PORTION);
            List<Refused> refusedRows = new ArrayList<>(0);
            int count = 0;
            try {
                while (count < PORTION) {
                    Row row = table.next();
                    if (row == null) {
                        return new Portion<>(count, lines, refusedRows, true, null);
                    }
                    count++;
                    judge(row, lines, refusedRows);
                }
                return new Portion<>(count, lines, refusedRows, false, null);
            } catch (RuntimeException e) {
                return new Portion<>(count, lines, refusedRows, true, e);
            }
        }

        private void judge(Row row, List<Line<T>> lines, List<Refused> refusedRows) {
            @Nullable String[] cells = row.cells();
            String number = cells[0] == null ? "" : cells[0].strip();
            Reject why = null;
            if (row.tooMany()) {
                why = Reject.R103_TOO_MANY_CELLS;
            } else if (number.isEmpty()) {
                why = Reject.R101_NUMBER_MISSING;
            } else if (number.length() > LONGEST_NUMBER) {
                why = Reject.R105_NUMBER_TOO_LONG;
            } else if (!numbers.add(number)) {
                why = Reject.R102_NUMBER_REPEATED;
            }
            if (why != null) {
                refusedRows.add(new Refused(
                        row.line(), why, number.length() > LONGEST_NUMBER ? number.substring(0, 40) + "…" : number));
                return;
            }
            cells[0] = number;
            lines.add(new Line<>(row.line(), number, shelf.parse(cells)));
        }
    }
}
