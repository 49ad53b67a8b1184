package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvRecords;
import vn.dancu.linkage.model.ModelFile;

/** Precision and recall beside the bar: invented cities by the built-in model, public sets by plain model files; no labels. */
public final class AccuracyBench {

    private static final int SEEDS = 3;
    private static final double CITY_THRESHOLD = .9;
    private static final double USUAL_THRESHOLD = .5;
    private static final double AUTOMATIC_PRECISION = .999;
    private static final double AUTOMATIC = .96;

    private final Path folder;
    private final Path models;
    private final @Nullable Path publicSets;
    private final Report report;

    /** @param publicSets folder of febrl/ and fake_1000.csv; null where there is none */
    public AccuracyBench(Path folder, Path models, @Nullable Path publicSets, Report report) {
        this.folder = folder;
        this.models = models;
        this.publicSets = publicSets;
        this.report = report;
    }

    public void run(long people) throws IOException {
        report.heading("Accuracy");
        report.line("| data | pairs | precision | recall | F1 | bar | |");
        report.line("|---|---|---|---|---|---|---|");
        for (int seed = 1; seed <= SEEDS; seed++) {
            city(
                    "with numbers",
                    new RegisterFiles.Plan(people, seed, RegisterFiles.Flavour.CITY, 1, true),
                    .9999,
                    .9975);
        }
        for (int seed = 1; seed <= SEEDS; seed++) {
            city("no number", new RegisterFiles.Plan(people, seed, RegisterFiles.Flavour.CITY, 1, false), .999, .97);
        }
        for (int seed = 1; seed <= SEEDS; seed++) {
            city("noise doubled", new RegisterFiles.Plan(people, seed, RegisterFiles.Flavour.CITY, 2, true), 0, 0);
            city(
                    "noise doubled, no number",
                    new RegisterFiles.Plan(people, seed, RegisterFiles.Flavour.CITY, 2, false),
                    0,
                    0);
        }
        if (publicSets == null) {
            report.line("");
            report.line("FEBRL and fake_1000 are skipped: set DANCU_TEST_DATA to the folder that holds `linkage`.");
            return;
        }
        publicSets(publicSets);
    }

    private void city(String what, RegisterFiles.Plan plan, double precisionBar, double recallBar) throws IOException {
        RegisterFiles files = RegisterFiles.in(folder, plan);
        Model model = Model.personVi();
        Records left = read(files.left, model, CsvRecords.Side.LEFT);
        Records right = read(files.right, model, CsvRecords.Side.RIGHT);
        LinkResult result = new Linker(model, options(CITY_THRESHOLD)).link(left, right);
        ScoredPairs truth = ScoredPairs.read(files.truth);
        Accuracy accuracy = judged(result, left, right, truth::holds, truth.size());
        String name =
                String.format(java.util.Locale.ROOT, "city of %,d, %s, seed %d", plan.people(), what, plan.seed());
        if (recallBar == 0) {
            row(name, accuracy, "none", true);
            return;
        }
        boolean reached = accuracy.precision() >= precisionBar && accuracy.recall() >= recallBar;
        row(name, accuracy, "P ≥ " + precisionBar + ", R ≥ " + recallBar, reached);
        if (!plan.numbers()) {
            boolean automatic = accuracy.precision() >= AUTOMATIC_PRECISION && accuracy.recall() >= AUTOMATIC;
            report.line(
                    "| &nbsp; matched automatically at P ≥ .999 | | | %.4f | | ≥ %.2f | %s |",
                    accuracy.recall(), AUTOMATIC, SpeedBench.reached(automatic));
        }
    }

    private void publicSets(Path sets) throws IOException {
        Path febrl = sets.resolve("febrl");
        double[] bars = {.9995, .9995, .999};
        for (int n = 1; n <= bars.length; n++) {
            Path file = febrl.resolve("dataset" + n + ".csv");
            dedupe("FEBRL " + n, file, "febrl" + n + ".yaml", AccuracyBench::febrlPerson, bars[n - 1]);
        }
        febrl4(febrl);
        Path fake = sets.resolve("fake_1000.csv");
        Map<String, String> clusters = fakeClusters(fake);
        dedupe("fake_1000", fake, "fake_1000.yaml", id -> clusters.getOrDefault(id, id), .92);
    }

    private void febrl4(Path febrl) {
        Path a = febrl.resolve("dataset4a.csv");
        Path b = febrl.resolve("dataset4b.csv");
        if (!Files.exists(a) || !Files.exists(b)) {
            report.line("| FEBRL 4 | | | | | | skipped: the files are not there |");
            return;
        }
        Model model = ModelFile.read(models.resolve("febrl4.yaml"));
        Records left = read(a, model, CsvRecords.Side.LEFT);
        Records right = read(b, model, CsvRecords.Side.RIGHT);
        LinkResult result = new Linker(model, options(USUAL_THRESHOLD)).link(left, right);
        Map<String, Long> people = new HashMap<>();
        for (int i = 0; i < left.size(); i++) {
            people.merge(febrlPerson(left.id(i)), 1L, Long::sum);
        }
        long linkable = 0;
        for (int j = 0; j < right.size(); j++) {
            linkable += people.getOrDefault(febrlPerson(right.id(j)), 0L);
        }
        Accuracy accuracy = judged(result, left, right, (i, j) -> febrlPerson(i).equals(febrlPerson(j)), linkable);
        row("FEBRL 4", accuracy, "F1 ≥ 0.9995", accuracy.f1() >= .9995);
    }

    private void dedupe(String name, Path file, String modelFile, UnaryOperator<String> person, double bar) {
        if (!Files.exists(file)) {
            report.line("| " + name + " | | | | | | skipped: the file is not there |");
            return;
        }
        Model model = ModelFile.read(models.resolve(modelFile));
        Records records = read(file, model, CsvRecords.Side.LEFT);
        Clusters clusters = new Deduper(model, options(USUAL_THRESHOLD)).dedupe(records);
        Map<String, Long> people = new HashMap<>();
        Map<String, Long> found = new HashMap<>();
        Map<String, Long> both = new HashMap<>();
        for (int row = 0; row < records.size(); row++) {
            String one = person.apply(records.id(row));
            int cluster = clusters.clusterOf(row);
            people.merge(one, 1L, Long::sum);
            if (cluster != Clusters.ALONE) {
                found.merge("" + cluster, 1L, Long::sum);
                both.merge(cluster + " " + one, 1L, Long::sum);
            }
        }
        Accuracy accuracy = new Accuracy(pairs(people.values()), pairs(found.values()), pairs(both.values()));
        row(name, accuracy, "F1 ≥ " + bar, accuracy.f1() >= bar);
    }

    private void row(String name, Accuracy accuracy, String bar, boolean reached) {
        report.line(
                "| %s | %,d | %.5f (%d wrong) | %.5f (%d missed) | %.5f | %s | %s |",
                name,
                accuracy.linkable(),
                accuracy.precision(),
                accuracy.linked() - accuracy.rightly(),
                accuracy.recall(),
                accuracy.linkable() - accuracy.rightly(),
                accuracy.f1(),
                bar,
                bar.equals("none") ? "" : SpeedBench.reached(reached));
    }

    private interface SamePerson {
        boolean same(String left, String right);
    }

    private static Accuracy judged(LinkResult result, Records left, Records right, SamePerson truth, long linkable) {
        long[] counts = new long[2];
        result.forEachLink((i, j, weight, probability) -> {
            counts[0]++;
            counts[1] += truth.same(left.id(i), right.id(j)) ? 1 : 0;
        });
        return new Accuracy(linkable, counts[0], counts[1]);
    }

    private static LinkOptions options(double threshold) {
        return LinkOptions.defaults().withThreshold(threshold).withUncertainFrom(.5);
    }

    private static Records read(Path file, Model model, CsvRecords.Side side) {
        try (CsvFile csv = CsvFile.open(file)) {
            return CsvRecords.read(csv, model, side, () -> false, done -> {});
        }
    }

    /** {@code rec-12-dup-0} and {@code rec-12-org} are one. */
    private static String febrlPerson(String id) {
        return id.split("-", 3)[1];
    }

    private static Map<String, String> fakeClusters(Path file) throws IOException {
        Map<String, String> clusters = new HashMap<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .forEach(line -> clusters.put(
                            line.substring(0, line.indexOf(',')), line.substring(line.lastIndexOf(',') + 1)));
        }
        return clusters;
    }

    private static long pairs(Collection<Long> sizes) {
        Function<Long, Long> ofOne = size -> size * (size - 1) / 2;
        return sizes.stream().map(ofOne).mapToLong(Long::longValue).sum();
    }
}
