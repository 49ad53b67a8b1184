package vn.dancu.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.dancu.bench.paper.PaperBench;
import vn.dancu.bench.planning.PlanningBench;
import vn.dancu.bench.reports.ReportsBench;
import vn.dancu.bench.tasks.TasksBench;
import vn.dancu.bench.web.WebBench;

/** {@code ./dancu bench NAME}: measures one thing and prints it beside its target. */
@Command(
        name = "./dancu bench",
        mixinStandardHelpOptions = true,
        description = {
            "Đo tốc độ và bộ nhớ. / Measures speed and memory.",
            "demo      demo --no-serve, 55,000 people: wall time and resident memory of JVM + PostgreSQL",
            "process   process, 1,000,000 forms x book x archive: the same",
            "simulate  simulate, 1,000,000 people",
            "checks    parsed forms in memory to findings, one thread",
            "import    import against plain COPY of the same rows",
            "linkage   the linkage engine beside SQL on DuckDB: speed, growth, accuracy",
            "web       the officers' desk: 200 officers at work on 1,000,000 forms; server times and wire sizes",
            "paper     invented forms, scanned badly, read and compared with their truth; --people is pages",
            "tasks     ten named tasks by keyboard in Chromium: key presses and seconds",
            "reports   the monthly report of a city, from the logs to a finished PDF: 55,000 people, or --people 1020000",
            "planning  visits of re-verification on the demo city: the solver beside a local search and the list"
        })
public final class Bench implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "demo | process | simulate | checks | import | linkage | web | tasks | reports | planning")
    private String name = "";

    @Option(
            names = "--people",
            defaultValue = "0",
            paramLabel = "N",
            description = "another size than the target's: 200000, 200k, 1m")
    private String people = "0";

    @Option(names = "--runs", defaultValue = "1", description = "runs; the median is printed (${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--work",
            defaultValue = "",
            paramLabel = "DIR",
            description = "folder for files; default: temporary")
    private String work = "";

    @Option(
            names = "--only",
            defaultValue = "",
            paramLabel = "PART",
            description = "linkage: speed | growth | arrivals | accuracy | spark; default: all but spark")
    private String only = "";

    @Option(names = "--full", description = "linkage: ten million people too, and the slow ways of a peer")
    private boolean full;

    @Option(names = "--officers", defaultValue = "200", description = "web: officers at work (${DEFAULT-VALUE})")
    private int officers;

    @Option(
            names = "--seconds",
            defaultValue = "240",
            description = "web: seconds of work (${DEFAULT-VALUE}); planning: of solving (60)")
    private int seconds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        int size = (int) number(people);
        if (name.equals("linkage")) {
            new LinkageBench(work.isEmpty() ? LinkageBench.usualFolder() : Path.of(work))
                    .run(only, size, runs, full, Clock.system(ZoneId.systemDefault()));
            return 0;
        }
        if (name.equals("web")) {
            int city = size == 0 ? 1_020_000 : size;
            return new WebBench(
                                    work.isEmpty() ? LinkageBench.usualFolder().resolveSibling("web") : Path.of(work),
                                    city,
                                    officers,
                                    seconds,
                                    1,
                                    city < 1_000_000)
                            .run(Clock.system(ZoneId.systemDefault()))
                    ? 0
                    : 1;
        }
        if (name.equals("reports")) {
            Path kept = work.isEmpty() ? LinkageBench.usualFolder().resolveSibling("web") : Path.of(work);
            return new ReportsBench(kept, size == 0 ? 55_000 : size, runs, 1).run(Clock.system(ZoneId.systemDefault()))
                    ? 0
                    : 1;
        }
        if (name.equals("paper")) {
            return PaperBench.run(System.out, size == 0 ? 2_000 : size) ? 0 : 1;
        }
        if (name.equals("tasks")) {
            Path kept = work.isEmpty() ? LinkageBench.usualFolder().resolveSibling("web") : Path.of(work);
            return TasksBench.run(kept, size == 0 ? 3_000 : size, 1, Clock.system(ZoneId.systemDefault())) ? 0 : 1;
        }
        if (name.equals("planning")) {
            Path kept = work.isEmpty() ? LinkageBench.usualFolder().resolveSibling("planning") : Path.of(work);
            return PlanningBench.run(
                            kept,
                            size == 0 ? 55_000 : size,
                            1,
                            seconds == 240 ? 60 : seconds,
                            Clock.system(ZoneId.systemDefault()))
                    ? 0
                    : 1;
        }
        Path folder = work.isEmpty() ? WholeRun.temporaryFolder() : Path.of(work);
        switch (name) {
            case "demo" -> WholeRun.demo(folder, size == 0 ? 55_000 : size, runs);
            case "process" -> WholeRun.process(folder, size == 0 ? 1_000_000 : size, runs);
            case "simulate" -> WholeRun.simulate(folder, size == 0 ? 1_000_000 : size, runs);
            case "checks" -> ChecksBench.run(folder, size == 0 ? 100_000 : size, runs);
            case "import" -> ImportBench.run(folder, size == 0 ? 200_000 : size, runs);
            default ->
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "không có phép đo / no such measure: " + name);
        }
        return 0;
    }

    /** 200000, 200k or 1m. */
    private long number(String written) {
        if (!written.matches("[0-9]{1,9}[km]?")) {
            throw new CommandLine.ParameterException(new CommandLine(this), "không phải số / not a number: " + written);
        }
        char last = written.charAt(written.length() - 1);
        long unit = last == 'k' ? 1_000 : last == 'm' ? 1_000_000 : 1;
        return Long.parseLong(unit == 1 ? written : written.substring(0, written.length() - 1)) * unit;
    }
}
