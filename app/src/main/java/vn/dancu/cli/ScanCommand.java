package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.read.Books;
import vn.dancu.paper.read.PageReader;
import vn.dancu.paper.read.PrintedReader;
import vn.dancu.paper.read.Verdict;
import vn.dancu.paper.scan.ScanRun;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** {@code scan}: reads scanned forms into pages.csv and fields.csv. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = {
            "Đọc phiếu đã quét (PDF, TIFF, JPEG, PNG) ra pages.csv và fields.csv.",
            "Reads scanned forms (PDF, TIFF, JPEG, PNG) into pages.csv and fields.csv; goes on where it was stopped."
        })
final class ScanCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 16;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "tệp hoặc thư mục / files or folders")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "thư mục ghi kết quả / folder to write to")
    private Path out = Path.of("");

    @Option(
            names = "--form",
            defaultValue = "DC01/41-2019",
            paramLabel = "VERSION",
            description =
                    "mẫu của trang chỉ đọc được mã vạch / version of pages whose bar code alone is legible (${DEFAULT-VALUE})")
    private String form = "";

    @Option(names = "--threads", defaultValue = "0", description = "số luồng / threads; 0: every processor")
    private int threads;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.system();
        FormLayout assumed = Forms.version(form)
                .orElseThrow(() -> new DanCuException(
                        ErrorCode.E105_UNKNOWN_OPTION_VALUE, "--form: không có mẫu này / no such version"));
        if (threads < 0 || threads > MOST_THREADS) {
            throw new DanCuException(ErrorCode.E105_UNKNOWN_OPTION_VALUE, "--threads: từ 0 đến 16 / between 0 and 16");
        }
        if (PrintedReader.language().isEmpty()) {
            console.say("Chưa cài tesseract-ocr-vie: chữ in sẽ không được đọc. / "
                    + "tesseract-ocr-vie is not installed: printed text will not be read.");
        }
        List<Path> all = all();
        LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
        long start = System.nanoTime();
        console.begin("scan", 0);
        ScanRun.Outcome outcome = new ScanRun(
                        all,
                        out,
                        () -> new PageReader(Forms.all(), Optional.of(assumed), Books.NONE, today),
                        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                        (file, page, pages) -> console.advance(1))
                .run();
        console.finish();
        report(console, outcome, (System.nanoTime() - start) / 1e9);
        return RootCommand.OK;
    }

    /** Files as they were given; of a folder its files by name. */
    private List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                try (Stream<Path> inside = Files.list(file)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(all::add);
                }
            } else {
                all.add(file);
            }
        }
        return all;
    }

    private void report(Console console, ScanRun.Outcome outcome, double seconds) {
        if (outcome.resumedAfter() > 0) {
            console.print("Chạy tiếp sau " + Figures.count(outcome.resumedAfter())
                    + " ảnh. / Went on after so many pictures.");
        }
        int pages =
                outcome.verdicts().values().stream().mapToInt(Integer::intValue).sum();
        console.print(
                String.format("%s trang / pages, %.1f /s", Figures.count(pages), pages / Math.max(seconds, 1e-3)));
        for (Verdict verdict : Verdict.values()) {
            Integer count = outcome.verdicts().get(verdict);
            if (count != null) {
                console.print(String.format("  %-18s %s", verdict.code(), Figures.count(count)));
            }
        }
        console.print("Trường / fields: " + Figures.count(outcome.fields())
                + "; nhận không cần người xem / accepted without a person: " + Figures.count(outcome.accepted()));
        console.print(out.resolve("pages.csv") + ", " + out.resolve("fields.csv")
                + " (chứa dữ liệu cá nhân, chỉ chủ tệp đọc được / personal data, readable by their owner only)");
    }
}
