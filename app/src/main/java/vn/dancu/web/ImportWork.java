package vn.dancu.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.job.JobKind;
import vn.dancu.job.JobRun;
import vn.dancu.job.JobWork;
import vn.dancu.shared.Actor;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.RejectedRows;
import vn.dancu.shared.table.TableNote;

/**
 * Takes an uploaded file in. Importing is restartable by itself: what came in before a restart is known again, so the file
 * is simply read once more; it is thrown away when it is in.
 */
final class ImportWork implements JobWork {
    static final String FILE = "file";
    static final String VALID_FROM = "valid-from";

    /** Sub-folder of the job's folder with the upload alone. */
    static final String UPLOAD = "upload";

    static final String REJECTED = "rejected.csv";

    private static final String BEGUN = "begun";

    private final JobKind kind;
    private final Set<Role> roles;
    private final Taking taking;
    private final After after;

    private interface Taking {
        ImportReport run(Path file, boolean dryRun, JobRun run);
    }

    /** The use case. */
    interface Import {
        ImportReport run(Path file, RejectedRows rejected, boolean dryRun, Actor actor, Progress progress);
    }

    /** The same for a list that takes effect on a day. */
    interface OfADay {
        ImportReport run(Path file, LocalDate validFrom, boolean dryRun, Actor actor, Progress progress);
    }

    /** What follows a file that brought something new. */
    interface After {
        void run(JobRun run);
    }

    private ImportWork(JobKind kind, Set<Role> roles, Taking taking, After after) {
        this.kind = kind;
        this.roles = roles;
        this.taking = taking;
        this.after = after;
    }

    static ImportWork of(JobKind kind, Set<Role> roles, Import importing, After after) {
        return new ImportWork(
                kind,
                roles,
                (file, dryRun, run) -> {
                    try (RejectedRows rejected = RejectedRows.to(run.folder().resolve(REJECTED))) {
                        return importing.run(file, rejected, dryRun, run.actor(), run.progress());
                    }
                },
                after);
    }

    static ImportWork ofADay(JobKind kind, Set<Role> roles, OfADay importing) {
        return new ImportWork(
                kind,
                roles,
                (file, dryRun, run) -> importing.run(
                        file, LocalDate.parse(run.parameters().get(VALID_FROM)), dryRun, run.actor(), run.progress()),
                run -> {});
    }

    @Override
    public JobKind kind() {
        return kind;
    }

    @Override
    public boolean mayBeStartedBy(Actor actor) {
        return roles.contains(actor.role());
    }

    @Override
    public void run(JobRun run) throws IOException {
        if (run.memory().containsKey(BEGUN)) {
            run.result("resumed", "");
        }
        run.remember(BEGUN, "");
        Path file = upload(run.folder())
                .orElseThrow(
                        () -> new DanCuException(
                                ErrorCode.E101_FILE_NOT_READABLE,
                                "Tệp đã tải lên không còn ở máy chủ: hãy tải lại / The uploaded file is gone: upload it again"));
        boolean dryRun = run.parameters().containsKey("dry-run");
        ImportReport report = taking.run(file, dryRun, run);
        tell(report, run);
        Path rejected = report.rejectedFile();
        if (rejected != null && Files.isRegularFile(rejected)) {
            Files.move(rejected, run.folder().resolve(REJECTED), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!dryRun) {
            after.run(run);
        }
        Files.deleteIfExists(file);
    }

    private static Optional<Path> upload(Path folder) throws IOException {
        Path uploads = folder.resolve(UPLOAD);
        if (!Files.isDirectory(uploads)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(uploads)) {
            return files.findFirst();
        }
    }

    private static void tell(ImportReport report, JobRun run) {
        run.result("read", String.valueOf(report.read()));
        run.result("new", String.valueOf(report.fresh()));
        run.result("known", String.valueOf(report.known()));
        run.result("rejected", String.valueOf(report.rejectedCount()));
        run.result("encoding", report.encoding());
        if (!report.unknownColumns().isEmpty()) {
            run.result("unknown-columns", String.join(", ", report.unknownColumns()));
        }
        if (!report.notes().isEmpty()) {
            run.result("notes", report.notes().stream().map(TableNote::text).collect(Collectors.joining("\n")));
        }
    }
}
