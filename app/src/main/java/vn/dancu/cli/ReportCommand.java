package vn.dancu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.reporting.OfficialReports;
import vn.dancu.reporting.ReportPeriod;
import vn.dancu.reporting.ReportUnits;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.DocxDocument;
import vn.dancu.shared.document.HtmlDocument;
import vn.dancu.shared.document.PdfDocument;
import vn.dancu.shared.document.XlsxDocument;

/** {@code report}: official reports from the machine itself. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Báo cáo. / Reports.",
        subcommands = ReportCommand.ProgressReport.class)
final class ReportCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine commands =
                java.util.Objects.requireNonNull(spec, "picocli sets it").commandLine();
        commands.usage(System.err);
        throw new CommandLine.ParameterException(commands, "Thiếu lệnh / a command is missing");
    }

    /** As the screens make it: what was signed for unit and days where that is there, else a draft counted now. */
    @Command(
            name = "progress",
            mixinStandardHelpOptions = true,
            description = {
                "Báo cáo tiến độ theo thể thức Nghị định 30/2020. / The official progress report.",
                "Báo cáo đã ký thì in đúng bản đã ký; chưa ký thì đếm lúc này. / As signed, else counted now."
            })
    static final class ProgressReport implements Callable<Integer> {
        @Option(
                names = "--from",
                required = true,
                paramLabel = "D",
                description = "từ ngày / first day (yyyy-MM-dd, d/M/yyyy)")
        private String from = "";

        @Option(
                names = "--to",
                required = true,
                paramLabel = "D",
                description = "đến ngày / last day (yyyy-MM-dd, d/M/yyyy)")
        private String to = "";

        @Option(
                names = "--unit",
                paramLabel = "CODE",
                description =
                        "mã phường, xã hoặc đơn vị trên / code of a commune or a unit above (mặc định: tất cả / all)")
        private @Nullable String unit;

        @Option(names = "--format", required = true, description = "html | xlsx | pdf | docx")
        private String format = "";

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "tệp kết quả / file to write")
        private Path out = Path.of("");

        @Mixin
        private DataFolder data = new DataFolder();

        @Override
        public Integer call() {
            Writer writer = writer(format.toLowerCase(Locale.ROOT));
            LocalDate first = day("--from", from);
            LocalDate last = day("--to", to);
            if (last.isBefore(first)) {
                throw wrong("--to trước --from / is before --from: " + to + " < " + from);
            }
            if (last.isAfter(first.plusYears(1))) {
                throw wrong("kỳ dài quá một năm / the period is longer than a year");
            }
            if (Files.isDirectory(out)) {
                throw wrong("--out là thư mục / is a folder: " + out);
            }
            Console console = Console.system();
            try (Session session = Session.batch(data.path(), console)) {
                ReportUnits.Names names = session.bean(ReportUnits.class).on(last);
                String code = unit == null ? names.common() : unit.strip();
                if (unit != null && names.find(code).isEmpty()) {
                    throw wrong("không có đơn vị / no such unit: " + code);
                }
                Document document = session.bean(OfficialReports.class)
                        .document(code, ReportPeriod.any(first, last), Session.commandLine());
                write(document, writer);
                console.print("Đã ghi / written: " + out + " · " + (code.isEmpty() ? "" : names.name(code) + " · ")
                        + document.footer());
            }
            return RootCommand.OK;
        }

        private interface Writer {
            void write(Document document, OutputStream out) throws IOException;
        }

        private static Writer writer(String format) {
            return switch (format) {
                case "html" ->
                    (document, out) -> out.write(HtmlDocument.write(document).getBytes(StandardCharsets.UTF_8));
                case "xlsx" -> XlsxDocument::write;
                case "pdf" -> PdfDocument::write;
                case "docx" -> DocxDocument::write;
                default -> throw wrong("--format phải là / must be html, xlsx, pdf, docx: " + format);
            };
        }

        /** A whole day that exists. */
        private static LocalDate day(String option, String written) {
            PartialDate date = PartialDate.read(written).date();
            if (date == null || !date.isFull()) {
                throw wrong(option + " không phải ngày / is no date (yyyy-MM-dd, d/M/yyyy): " + written);
            }
            return date.earliest();
        }

        private static DanCuException wrong(String text) {
            return new DanCuException(ErrorCode.E105_UNKNOWN_OPTION_VALUE, text);
        }

        private void write(Document document, Writer writer) {
            try {
                Path folder = out.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                try (OutputStream file = Files.newOutputStream(out)) {
                    writer.write(document, file);
                }
            } catch (IOException e) {
                throw Failures.writing(out, e);
            }
        }
    }
}
