package vn.dancu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.dancu.custody.PrintSeries;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.PageCode;
import vn.dancu.paper.print.CoverSheet;
import vn.dancu.paper.print.LabelSheet;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** {@code form print}: forms, blank or filled in from a file, labels and cover sheets as PDF. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = {
            "In phiếu (PDF, A4): phiếu trắng, phiếu điền sẵn từ tệp, nhãn mã vạch, tờ bìa lô.",
            "Prints forms: blank, filled in from a file, labels with bar codes, batch cover sheets.",
            "Có cơ sở dữ liệu thì số phiếu được ghi lại và không bao giờ in trùng. / With a database the numbers are",
            "registered and never printed twice."
        })
final class FormPrintCommand implements Callable<Integer> {
    private static final int MOST = PrintSeries.MOST;

    @Option(
            names = "--form",
            required = true,
            paramLabel = "VERSION",
            description = "mẫu phiếu / version of the form: DC01/41-2019")
    private String form = "";

    @Option(
            names = "--count",
            defaultValue = "0",
            description = "số phiếu trắng hoặc nhãn / how many blank forms or labels")
    private int count;

    @Option(names = "--from", paramLabel = "FILE", description = "tệp phiếu (CSV, XLSX) để điền sẵn / forms to fill in")
    private @Nullable Path from;

    @Option(
            names = "--series",
            defaultValue = "DC",
            description = "ký hiệu trước số phiếu / letters before the number (${DEFAULT-VALUE})")
    private String series = "DC";

    @Option(names = "--labels", description = "in nhãn 3 × 8 thay cho phiếu / labels instead of forms")
    private boolean labels;

    @Option(
            names = "--cover",
            paramLabel = "BATCH",
            description = "thêm tờ bìa cho lô có số này / a cover sheet for the batch of this number in front")
    private @Nullable String cover;

    @Option(
            names = "--unit",
            defaultValue = "",
            description = "đơn vị ghi trên nhãn và tờ bìa / unit named on labels and cover")
    private String unit = "";

    @Option(names = "--out", required = true, paramLabel = "F.pdf", description = "tệp ghi ra / file to write")
    private Path out = Path.of("");

    private final Clock clock = Clock.tickSeconds(ZoneId.systemDefault());

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        FormLayout layout = Forms.version(form).orElseThrow(this::unknownForm);
        check();
        Console console = Console.system();
        int blank = count == 0 && from == null ? 1 : count;
        FilledForms known = from == null ? FilledForms.none() : FilledForms.read(from, layout, MOST);
        int wanted = blank + known.withoutNumber();
        if (wanted > MOST || blank + known.size() > MOST) {
            throw wrong("tối đa / at most " + Figures.count(MOST) + " phiếu / forms");
        }
        List<String> numbers = wanted == 0 ? List.of() : numbers(wanted, layout, console);
        PrintedFiles files = new PrintedFiles(out, console);
        Map<String, Integer> leftOut = new TreeMap<>();
        try {
            print(layout, known, numbers, files, leftOut);
        } catch (java.io.IOException e) {
            files.abandon();
            throw Failures.writing(out, e);
        } catch (RuntimeException e) {
            files.abandon();
            throw e;
        }
        report(files, known, numbers, leftOut, console);
        return RootCommand.OK;
    }

    private DanCuException unknownForm() {
        return wrong("không có mẫu / there is no layout of «" + form + "»: "
                + Forms.all().stream().map(FormLayout::id).collect(Collectors.joining(", ")));
    }

    private static DanCuException wrong(String message) {
        return new DanCuException(ErrorCode.E105_UNKNOWN_OPTION_VALUE, message);
    }

    private void check() {
        if (count < 0 || count > MOST) {
            throw wrong("--count từ 0 đến / from 0 to " + Figures.count(MOST));
        }
        if (!PrintSeries.isSeries(series)) {
            throw wrong("--series: 1–10 ký tự A–Z, 0–9, gạch nối; bắt đầu bằng chữ, không kết thúc bằng số"
                    + " / 1 to 10 of A–Z, 0–9, hyphen; a letter first, no digit last");
        }
        if (cover != null && !PageCode.isNumber(cover)) {
            throw wrong(
                    "--cover: số lô gồm A–Z, 0–9, dấu chấm, gạch chéo, gạch nối / a batch number of A–Z, 0–9, . / -");
        }
        if (labels && from != null) {
            throw wrong("--labels không đi cùng --from / does not go with --from");
        }
    }

    /** From the database where there is one, so that no number is printed twice; else they begin with the time. */
    private List<String> numbers(int wanted, FormLayout layout, Console console) {
        boolean hasDatabase = System.getenv("DANCU_DB_URL") != null
                || Files.isDirectory(data.path().resolve("server"));
        if (hasDatabase) {
            try (Session session = Session.batch(data.path(), console)) {
                return session.bean(PrintSeries.class)
                        .take(series, wanted, layout.id(), Session.commandLine())
                        .orElseThrow(() -> wrong("dãy số " + series
                                + " không còn đủ số; hãy chọn ký hiệu khác / the series has not so many numbers left"));
            } catch (DanCuException e) {
                throw Failures.ofDatabase(e, data.path());
            }
        }
        String now = Long.toString(clock.instant().getEpochSecond(), 36).toUpperCase(Locale.ROOT);
        List<String> numbers = new ArrayList<>(wanted);
        for (int i = 1; i <= wanted; i++) {
            numbers.add(
                    series + now + String.format("-%0" + String.valueOf(wanted).length() + "d", i));
        }
        console.say("Không có cơ sở dữ liệu ở " + data.path() + ": số phiếu bắt đầu bằng giờ in và không được ghi lại."
                + " / No database there: the numbers begin with the time and are not registered.");
        return numbers;
    }

    private void print(
            FormLayout layout,
            FilledForms known,
            List<String> numbers,
            PrintedFiles files,
            Map<String, Integer> leftOut)
            throws java.io.IOException {
        int forms = (labels ? 0 : numbers.size() - known.withoutNumber()) + known.size();
        files.begin(layout.version().title(), labels ? numbers.size() / LabelSheet.LABELS + 1 : forms);
        if (cover != null) {
            List<String> all = known.numbers(numbers);
            files.current()
                    .add(new CoverSheet(
                            cover,
                            unit,
                            layout.id(),
                            all.size(),
                            Math.min(
                                    PageCode.MOST_PAGES,
                                    all.size() * layout.pages().size()),
                            all.stream().min(String::compareTo).orElse(""),
                            all.stream().max(String::compareTo).orElse(""),
                            LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()),
                            ""));
        }
        if (labels) {
            for (LabelSheet sheet : LabelSheet.of(unit, numbers, layout.id())) {
                files.next(1).add(sheet);
            }
        } else {
            int used = 0;
            for (FilledForms.Known row : known.rows()) {
                String number = row.formNo().isEmpty() ? numbers.get(used++) : row.formNo();
                for (String field : files.next(layout.pages().size()).filled(layout, number, row.values())) {
                    leftOut.merge(field, 1, Integer::sum);
                }
            }
            for (String number : numbers.subList(used, numbers.size())) {
                files.next(layout.pages().size()).blank(layout, number);
            }
        }
        files.finish();
    }

    private void report(
            PrintedFiles files,
            FilledForms known,
            List<String> numbers,
            Map<String, Integer> leftOut,
            Console console) {
        String written = files.written().stream().map(Path::toString).collect(Collectors.joining(", "));
        String what = labels ? "nhãn / labels" : "phiếu / forms";
        int printed = labels ? numbers.size() : known.size() - known.withoutNumber() + numbers.size();
        console.print(Figures.count(printed) + " " + what + ", " + Figures.count(files.pages()) + " trang / pages: "
                + written + (known.size() > 0 ? " (0600: chỉ chủ tệp đọc được / only its owner can read it)" : ""));
        if (!numbers.isEmpty()) {
            console.print("Số / numbers: " + numbers.get(0) + " – " + numbers.get(numbers.size() - 1));
        }
        known.refused().forEach((line, why) -> console.say("Dòng / line " + line + ": " + why));
        leftOut.forEach(
                (field, forms) -> console.say(
                        field + ": " + Figures.count(forms)
                                + " phiếu không ghi vừa hoặc không đúng dạng, để dân tự ghi / forms where it does not fit or is malformed"));
    }
}
