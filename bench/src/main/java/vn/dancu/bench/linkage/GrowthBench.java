package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The engine on files of growing size: cold by its command, then several times in one process with its phases apart. */
public final class GrowthBench {

    private static final long FIVE_MILLION = 5_000_000;
    private static final double FIVE_MILLION_SECONDS = 15;
    private static final double FIVE_MILLION_MIB = 4096;
    private static final double GROWTH_PER_TENFOLD = .2;
    private static final int FEWEST_REPEATS = 3;
    private static final int MOST_REPEATS = 20;
    private static final long PEOPLE_IN_ALL = 6_000_000;
    private static final double NANOS = 1e9;

    private final Path folder;
    private final Path models;
    private final Report report;

    private record Point(long people, long pairs, double scanNanosPerPair) {}

    public GrowthBench(Path folder, Path models, Report report) {
        this.folder = folder;
        this.models = models;
        this.report = report;
    }

    public void run(List<Long> sizes) throws IOException, InterruptedException {
        report.heading("Growth");
        report.line("| people | pairs visited | cold: wall s | CPU s | memory MiB | warm: wall s | memory MiB"
                + " | read and index CPU s per million rows | scan CPU ns per pair | load |");
        report.line("|---|---|---|---|---|---|---|---|---|---|");
        List<Point> points = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        for (long people : sizes) {
            RegisterFiles files =
                    RegisterFiles.in(folder, new RegisterFiles.Plan(people, 1, RegisterFiles.Flavour.PERSONS, 1, true));
            Contenders contenders = new Contenders(folder, files, models.resolve("growth.yaml"));
            contenders.prepare();
            Contender engine = contenders.engine();
            Child.Measured cold = Child.run(folder, engine.command().apply(1));
            Child.Measured warm = Child.run(folder, engine.command().apply(repeats(people)));
            EngineOutput phases = EngineOutput.of(warm.output());
            double reading = phases.leastCpu("read") + phases.leastCpu("index") + phases.leastCpu("count");
            double perPair = phases.leastCpu("scan") * NANOS / Math.max(1, phases.pairs());
            double[] seconds = phases.totals();
            double warmSeconds = Series.median(Arrays.copyOfRange(seconds, 1, seconds.length));
            double mib = 1 << 20;
            report.line(
                    "| %,d | %,d | %.2f | %.1f | %,.0f | %.2f | %,.0f | %.2f | %.1f | %.1f |",
                    people,
                    phases.pairs(),
                    cold.seconds(),
                    cold.cpuSeconds(),
                    cold.peakBytes() / mib,
                    warmSeconds,
                    warm.peakBytes() / mib,
                    reading / (people * 2e-6),
                    perPair,
                    cold.loadBefore());
            points.add(new Point(people, phases.pairs(), perPair));
            if (people == FIVE_MILLION) {
                double most = Math.max(warm.peakBytes(), cold.peakBytes()) / mib;
                verdicts.add(String.format(
                        java.util.Locale.ROOT,
                        "- five million: %.1f s warm (bar ≤ %.0f): %s; %,.0f MiB (bar ≤ %,.0f): %s",
                        warmSeconds,
                        FIVE_MILLION_SECONDS,
                        SpeedBench.reached(warmSeconds <= FIVE_MILLION_SECONDS),
                        most,
                        FIVE_MILLION_MIB,
                        SpeedBench.reached(most <= FIVE_MILLION_MIB)));
            }
        }
        report.line("");
        report.line(
                "Pairs are those of all rules together; one that two rules give counts twice. CPU of the phases: the least"
                        + " among the repeats in one process.");
        report.line("");
        verdicts.forEach(report::line);
        for (int n = 1; n < points.size(); n++) {
            perTenfold(points.get(n - 1), points.get(n));
        }
    }

    /** A small file is soon done, and the JVM is warm only after a while. */
    private static int repeats(long people) {
        return (int) Math.max(FEWEST_REPEATS, Math.min(MOST_REPEATS, PEOPLE_IN_ALL / people));
    }

    private void perTenfold(Point smaller, Point larger) {
        double tens = Math.log10((double) larger.people() / smaller.people());
        double growth = Math.pow(larger.scanNanosPerPair() / smaller.scanNanosPerPair(), 1 / tens) - 1;
        report.line(
                "- scan, CPU per visited pair from %,d to %,d people: %+.0f %% per tenfold (bar ≤ +20 %%): %s",
                smaller.people(), larger.people(), growth * 100, SpeedBench.reached(growth <= GROWTH_PER_TENFOLD));
    }
}
