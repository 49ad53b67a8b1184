package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same pairs by the engine and by SQL, interleaved, from CSV files to a CSV file. */
public final class SpeedBench {

    private static final int FEWEST_RUNS = 5;
    private static final int FEWEST_WARM = 4;
    /** Of the Splink-like SQL, of tuned SQL that weighs every pair, and of tuned SQL that is pruned by the engine's own bounds. */
    private static final double[] COLD_BAR = {15, 7, 7};

    private static final double[] WARM_BAR = {30, 15, 15};
    private static final int ENGINE = 3;
    private static final double MEMORY_BAR_MIB = 1536;

    private final Path folder;
    private final Path models;
    private final Report report;

    public SpeedBench(Path folder, Path models, Report report) {
        this.folder = folder;
        this.models = models;
        this.report = report;
    }

    /** @param variants whether the other ways of the Splink-like SQL are measured once, too */
    public void run(long people, int runs, boolean variants) throws IOException, InterruptedException {
        report.heading(String.format(Locale.ROOT, "Speed, %,d people", people));
        Files.createDirectories(folder.resolve("spill"));
        RegisterFiles files =
                RegisterFiles.in(folder, new RegisterFiles.Plan(people, 1, RegisterFiles.Flavour.PERSONS, 1, true));
        Contenders contenders = new Contenders(folder, files, models.resolve("speed.yaml"));
        List<Contender> all = List.of(
                contenders.splink(PeerScript.Digits.LEVENSHTEIN),
                contenders.keyed(),
                contenders.tuned(),
                contenders.engine());
        cold(all, Math.max(FEWEST_RUNS, runs));
        equality(all);
        accuracy(all, files);
        warm(all, Math.max(FEWEST_WARM, runs));
        if (variants) {
            variants(contenders);
        }
    }

    private void cold(List<Contender> all, int runs) throws IOException, InterruptedException {
        List<Series> series = measure(all, runs, 1);
        report.line("Cold: a process of its own each, command to exit, interleaved, %d runs.", runs);
        table(series);
        for (int peer = 0; peer < COLD_BAR.length; peer++) {
            ratio(series.get(peer), series.get(ENGINE), COLD_BAR[peer]);
        }
        double mib = series.get(ENGINE).peakMib();
        report.line(
                "- memory of the engine %,.0f MiB (bar ≤ %,.0f): %s",
                mib, MEMORY_BAR_MIB, reached(mib <= MEMORY_BAR_MIB));
        report.line("");
    }

    private List<Series> measure(List<Contender> all, int runs, int repeats) throws IOException, InterruptedException {
        List<Series> series = new ArrayList<>();
        all.forEach(contender -> series.add(new Series(contender.name())));
        for (int run = 0; run < runs; run++) {
            for (int n = 0; n < all.size(); n++) {
                Files.deleteIfExists(all.get(n).out());
                Child.Measured measured = Child.run(folder, all.get(n).command().apply(repeats));
                System.err.printf(
                        Locale.ROOT,
                        "run %d, load %.1f: %s %.2f s, CPU %.1f s%n",
                        run + 1,
                        measured.loadBefore(),
                        all.get(n).name(),
                        measured.seconds(),
                        measured.cpuSeconds());
                series.get(n).add(measured);
            }
        }
        return series;
    }

    private void table(List<Series> series) {
        report.line("");
        report.line("| engine | wall s, median | min – max | CPU s | memory MiB | load before each run |");
        report.line("|---|---|---|---|---|---|");
        series.forEach(one -> report.line(one.row()));
        report.line("");
    }

    private void ratio(Series peer, Series engine, double bar) {
        double wall = peer.medianSeconds() / engine.medianSeconds();
        report.line(
                "- %s ÷ engine: wall %.1f, CPU %.1f (bar ≥ %.0f): %s",
                peer.name, wall, peer.medianCpu() / engine.medianCpu(), bar, reached(wall >= bar));
    }

    private void equality(List<Contender> all) throws IOException {
        ScoredPairs engine = ScoredPairs.read(all.get(ENGINE).out());
        for (int peer = 0; peer < ENGINE; peer++) {
            ScoredPairs pairs = ScoredPairs.read(all.get(peer).out());
            ScoredPairs.Difference difference = pairs.from(engine);
            report.line(
                    "- pairs of %s: %,d; only there %d, only the engine's %d, weights that differ by more than 1e-6: %d"
                            + " (largest gap %.1e): %s",
                    all.get(peer).name(),
                    pairs.size(),
                    difference.onlyFirst(),
                    difference.onlySecond(),
                    difference.differing(),
                    difference.largest(),
                    difference.none() ? "equal" : "NOT equal");
        }
        report.line("");
    }

    private void accuracy(List<Contender> all, RegisterFiles files) throws IOException {
        ScoredPairs truth = ScoredPairs.read(files.truth);
        for (Contender contender : all) {
            report.line(
                    "- %s against the truth: %s",
                    contender.name(),
                    ScoredPairs.read(contender.out()).against(truth).text());
        }
        report.line("");
    }

    /** Each contender repeats in one process; the first repeat is left out. */
    private void warm(List<Contender> all, int repeats) throws IOException, InterruptedException {
        report.line("Warm: %d times in one process (one connection), the first left out.", repeats);
        report.line("");
        double[] medians = new double[all.size()];
        for (int n = 0; n < all.size(); n++) {
            Child.Measured measured = Child.run(folder, all.get(n).command().apply(repeats));
            double[] seconds = EngineOutput.of(measured.output()).totals();
            double[] later = java.util.Arrays.copyOfRange(seconds, 1, seconds.length);
            medians[n] = Series.median(later);
            report.line(
                    "- %s: median %.2f s of %s; load %.1f",
                    all.get(n).name(), medians[n], EngineOutput.written(later), measured.loadBefore());
        }
        for (int peer = 0; peer < WARM_BAR.length; peer++) {
            double ratio = medians[peer] / medians[ENGINE];
            report.line(
                    "- %s ÷ engine, warm: %.1f (bar ≥ %.0f): %s",
                    all.get(peer).name(), ratio, WARM_BAR[peer], reached(ratio >= WARM_BAR[peer]));
        }
        report.line("");
    }

    private void variants(Contenders contenders) throws IOException, InterruptedException {
        List<Contender> others =
                List.of(contenders.splink(PeerScript.Digits.HAMMING), contenders.splink(PeerScript.Digits.DAMERAU));
        report.line("Other ways to test for a slip of one digit in the Splink-like SQL, once each.");
        table(measure(others, 1, 1));
    }

    static String reached(boolean reached) {
        return reached ? "reached" : "not reached";
    }
}
