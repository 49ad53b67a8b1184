package vn.dancu.bench.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dancu.ApplicationStarter;
import vn.dancu.bench.web.BusyCity;
import vn.dancu.reporting.Counted;
import vn.dancu.reporting.Figure;
import vn.dancu.reporting.OfficialReports;
import vn.dancu.reporting.PeriodKind;
import vn.dancu.reporting.ReportFigures;
import vn.dancu.reporting.ReportPeriod;
import vn.dancu.reporting.ReportPeriods;
import vn.dancu.reporting.ReportUnits;
import vn.dancu.shared.Actor;
import vn.dancu.shared.db.Database;
import vn.dancu.shared.db.Databases;
import vn.dancu.shared.document.Document;
import vn.dancu.shared.document.DocxDocument;
import vn.dancu.shared.document.HtmlDocument;
import vn.dancu.shared.document.PdfDocument;
import vn.dancu.shared.document.XlsxDocument;

/**
 * {@code ./dancu bench reports}: the monthly report of a city, from the logs to a finished PDF. The city is made once and
 * kept; nothing of a report is kept from one run to the next.
 */
public final class ReportsBench {
    private static final Actor ACTOR = Actor.commandLine("bench");

    private final Path work;
    private final int people;
    private final int runs;
    private final long seed;
    private final List<String> lines = new ArrayList<>();
    private boolean passed = true;

    /**
     * @param work folder for the city; kept
     * @param runs the median of so many is judged
     */
    public ReportsBench(Path work, int people, int runs, long seed) {
        this.work = work.toAbsolutePath().normalize();
        this.people = people;
        this.runs = runs;
        this.seed = seed;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Measures, prints, and keeps the report; false when it took longer than it may. */
    public boolean run(Clock clock) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path data = work.resolve("web-" + people + "-" + seed);
        BusyCity.make(data, people, seed);
        double most = people <= 100_000 ? 2 : 10;
        try (Database database = Databases.open(data, Map.of());
                ConfigurableApplicationContext context =
                        ApplicationStarter.start(database.access(), ApplicationStarter.Mode.batch())) {
            measure(context, most, clock);
        }
        Path results = Path.of("bench", "results");
        Path file = results.resolve("reports-" + LocalDate.now(clock) + "-" + people + ".md");
        if (Files.isDirectory(results)) {
            Files.write(file, lines);
            System.err.println("kept: " + file);
        }
        return passed;
    }

    private void measure(ConfigurableApplicationContext context, double most, Clock clock) throws IOException {
        LocalDate today = LocalDate.now(clock);
        OfficialReports reports = context.getBean(OfficialReports.class);
        ReportFigures figures = context.getBean(ReportFigures.class);
        PeriodKind kind = context.getBean(ReportPeriods.class).kinds().get(0);
        ReportUnits.Names names = context.getBean(ReportUnits.class).on(today);
        String city = names.common();
        ReportPeriod month = kind.around(today);
        ReportPeriod past = kind.before(month);
        String ward = names.communes(city).stream().findFirst().orElse(city);
        Counted first = figures.count(city, month, ReportFigures.cutOff(clock.instant()));
        say("# The monthly report, " + today);
        say("");
        say("`./dancu bench reports --people " + people + " --runs " + runs + "`");
        say("");
        say(machine());
        say("");
        say(String.format(
                Locale.ROOT,
                "An invented city of %,d people (seed %d): %,d persons collected of %,d, %d units. Period %s to %s.",
                people,
                seed,
                first.total().cumulative(Figure.COLLECTED),
                first.total().cumulative(Figure.MUST),
                first.lines().size(),
                month.from(),
                month.to()));
        say("");
        say("| what | median s | slowest s | bar s |");
        say("|---|---|---|---|");
        Document[] made = new Document[1];
        judge("city, from the logs to the document", most, () -> made[0] = reports.document(city, month, ACTOR));
        judge("city, from the logs to the finished PDF", most, () -> {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            PdfDocument.write(reports.document(city, month, ACTOR), pdf);
            return pdf.size();
        });
        judge("the month before, counted again", most, () -> reports.document(city, past, ACTOR));
        judge("one ward, by residential group", most, () -> reports.document(ward, month, ACTOR));
        Document document = made[0];
        judge("writing it as DOCX", 2, () -> {
            DocxDocument.write(document, new ByteArrayOutputStream());
            return 0;
        });
        judge("writing it as XLSX", 2, () -> {
            XlsxDocument.write(document, new ByteArrayOutputStream());
            return 0;
        });
        judge("writing it as HTML", 2, () -> HtmlDocument.write(document).getBytes(StandardCharsets.UTF_8).length);
    }

    private <T> void judge(String what, double most, Work<T> work) throws IOException {
        double[] seconds = new double[Math.max(1, runs)];
        for (int i = 0; i < seconds.length; i++) {
            long from = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - from) / 1e9;
        }
        Arrays.sort(seconds);
        double median = seconds[seconds.length / 2];
        boolean ok = median <= most;
        passed &= ok;
        say(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.0f%s |",
                what,
                median,
                seconds[seconds.length - 1],
                most,
                ok ? "" : " MISSED"));
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature()
                + ", PostgreSQL embedded; the first count warms both up and is not measured.";
    }

    private void say(String line) {
        System.out.println(line);
        lines.add(line);
    }
}
