package vn.dancu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.dancu.cli.db.ResultQueries;
import vn.dancu.intake.Forms;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.Stage;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Texts;
import vn.dancu.shared.table.ImportReport;

/** {@code process}: the machine's part of the path as a batch, on a database that is thrown away. */
@Command(
        name = "process",
        mixinStandardHelpOptions = true,
        description = {
            "Rà soát và đối chiếu các tệp, ghi kết quả vào thư mục. / Checks and compares files, writes the results.",
            "Cùng con đường như ứng dụng, trên cơ sở dữ liệu tạm. / The application's own path, on a temporary database."
        })
final class ProcessCommand implements Callable<Integer> {
    @Option(names = "--forms", required = true, paramLabel = "F", description = "phiếu / forms (CSV, XLSX)")
    private Path forms = Path.of("");

    @Option(names = "--residence-book", paramLabel = "F", description = "sổ quản lý cư trú / residence books")
    private @Nullable Path residenceBook;

    @Option(names = "--archive", paramLabel = "F", description = "tàng thư / household archive")
    private @Nullable Path archive;

    @Option(names = "--units", paramLabel = "F", description = "danh mục đơn vị hành chính / administrative units")
    private @Nullable Path units;

    @Option(names = "--valid-from", paramLabel = "DATE", description = "ngày danh mục có hiệu lực / its first day")
    private @Nullable LocalDate validFrom;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "thư mục kết quả / result folder")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        for (Path file : given()) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new DanCuException(
                        ErrorCode.E101_FILE_NOT_READABLE, "không đọc được tệp / cannot read the file: " + file);
            }
        }
        if (units != null && validFrom == null) {
            throw new DanCuException(
                    ErrorCode.E105_UNKNOWN_OPTION_VALUE,
                    "--units cần --valid-from yyyy-MM-dd / --units needs --valid-from");
        }
        Files.createDirectories(out);
        Console console = Console.system();
        Path folder = Files.createTempDirectory("dancu-process-");
        try (Session session = Session.temporary(folder, console)) {
            run(session, console);
        } catch (DanCuException e) {
            throw Failures.ofDatabase(e, Path.of(System.getProperty("java.io.tmpdir")));
        }
        return RootCommand.OK;
    }

    private List<Path> given() {
        return Stream.of(forms, residenceBook, archive, units)
                .filter(file -> file != null)
                .map(file -> (Path) file)
                .toList();
    }

    private void run(Session session, Console console) {
        Steps steps = new Steps(console);
        BatchPath path = new BatchPath(session, console, steps);
        path.importAll(
                new BatchPath.Files(units, validFrom, residenceBook, archive, forms, out.resolve("rejected.csv")));
        path.collect();
        FormJourney journey = session.bean(FormJourney.class);
        path.check(journey.at(Stage.COLLECTED, Session.commandLine()));
        path.compare(session.bean(Forms.class).all());
        path.reconcile();
        ResultQueries queries = session.bean(ResultQueries.class);
        Texts texts = Texts.of(Texts.VIETNAMESE);
        ResultFiles files = new ResultFiles(queries, texts, out);
        steps.run("Ghi kết quả", () -> {
            write(() -> files.write(console));
            return 0;
        });
        Map<String, Long> counts = new LinkedHashMap<>(queries.counts());
        counts.put(
                "rejected/all",
                path.reports().stream().mapToLong(ImportReport::rejectedCount).sum());
        Summary summary = new Summary(
                counts, steps.done(), texts, session.bean(Clock.class).instant());
        write(() -> summary.write(files));
        for (ImportReport report : path.reports()) {
            ImportReports.print(report, console);
        }
        console.print("Kết quả ở / results in " + out + " (" + Figures.seconds(steps.nanos())
                + " s). Tệp chứa dữ liệu cá nhân, chỉ chủ tệp đọc được (0600). / They hold personal data: mode 0600.");
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw Failures.writing(out, e);
        } catch (UncheckedIOException e) {
            throw Failures.writing(out, Objects.requireNonNull(e.getCause()));
        }
    }
}
