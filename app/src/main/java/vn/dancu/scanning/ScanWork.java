package vn.dancu.scanning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dancu.job.JobKind;
import vn.dancu.job.JobRun;
import vn.dancu.job.JobWork;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.read.Books;
import vn.dancu.paper.read.PageReader;
import vn.dancu.paper.read.Verdict;
import vn.dancu.paper.scan.ScanRun;
import vn.dancu.scanning.db.PageStore;
import vn.dancu.scanning.db.PageStore.Reached;
import vn.dancu.shared.Actor;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Role;

/**
 * Reads what was uploaded, page by page. Killed or stopped, it goes on at the next picture; a page is in wholly or not at all.
 * The files go when all is in: what is kept is the encrypted image of every page.
 */
@Component
public class ScanWork implements JobWork {
    public static final JobKind KIND = new JobKind("scan-pages");
    public static final Set<Role> ROLES = EnumSet.of(Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    public static final String MACHINE = "machine";
    public static final String SHIFT = "shift";

    /** Sub-folder of the job's folder: the files, in the order of their names. */
    public static final String UPLOAD = "upload";

    private static final String ASSUMED = "DC01/41-2019";
    private static final int MOST_THREADS = 4;

    private final PageStore store;
    private final PageWriter writer;
    private final ImageFolder images;
    private final DiskReserve reserve;
    private final KnownBooks books;
    private final ObjectProvider<AfterScan> after;
    private final Clock clock;

    ScanWork(
            PageStore store,
            PageWriter writer,
            ImageFolder images,
            DiskReserve reserve,
            KnownBooks books,
            ObjectProvider<AfterScan> after,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.images = images;
        this.reserve = reserve;
        this.books = books;
        this.after = after;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public boolean mayBeStartedBy(Actor actor) {
        return ROLES.contains(actor.role());
    }

    @Override
    public void run(JobRun job) throws IOException, InterruptedException {
        List<Path> files = files(job.folder());
        if (files.isEmpty()) {
            throw new DanCuException(
                    ErrorCode.E101_FILE_NOT_READABLE,
                    "Tệp quét không còn ở máy chủ: hãy tải lại / The scanned files are gone: upload them again");
        }
        Map<String, String> parameters = job.parameters();
        long run = store.run(
                job.id().value(),
                parameters.getOrDefault(MACHINE, "?"),
                parameters.getOrDefault(SHIFT, ""),
                job.actor().login(),
                clock.instant());
        Optional<Reached> reached = store.reached(run);
        if (reached.isPresent()) {
            job.result("scan.resumed-after", String.valueOf(store.pictures(run)));
        }
        Books known = books.load();
        Optional<FormLayout> assumed = Forms.version(ASSUMED);
        LocalDate today = LocalDate.now(clock);
        job.progress().begin("scan.pages", -1);
        PageSink sink = new PageSink(run, files, reached, writer, images, reserve, clock, job);
        new ScanRun(
                        files,
                        () -> sink,
                        () -> new PageReader(Forms.all(), assumed, known, today),
                        Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
                        (file, page, pages) -> job.progress().advance(1))
                .run();
        tell(run, job);
        after.forEach(next -> next.scanned(run, job.actor()));
        writer.log(run, job.actor(), files.size());
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** The name under which a file waits: its place keeps the order in which it was chosen. */
    public static String fileName(int index, String name) {
        return String.format(Locale.ROOT, "%06d-%s", index + 1, name);
    }

    private void tell(long run, JobRun job) {
        Map<Verdict, Integer> verdicts = store.verdicts(run);
        job.result(
                "scan.pages",
                String.valueOf(
                        verdicts.values().stream().mapToInt(Integer::intValue).sum()));
        verdicts.forEach((verdict, count) -> job.result("scan.verdict." + verdict.name(), String.valueOf(count)));
    }

    private static List<Path> files(Path folder) throws IOException {
        Path uploads = folder.resolve(UPLOAD);
        if (!Files.isDirectory(uploads)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(uploads)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
