package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.model.ModelFile;

/** The commands of the speed measurement: the two peers on DuckDB, and the engine. Two threads each. */
final class Contenders {

    static final int THREADS = 2;
    static final double THRESHOLD = .9;

    private static final String COMMAND_MAIN = "vn.dancu.linkage.command.Main";

    private final Path folder;
    private final RegisterFiles files;
    private final Path modelFile;
    private final Model model;

    Contenders(Path folder, RegisterFiles files, Path modelFile) {
        this.folder = folder;
        this.files = files;
        this.modelFile = modelFile;
        this.model = ModelFile.read(modelFile);
    }

    /** SQL as Splink writes it. */
    Contender splink(PeerScript.Digits digits) throws IOException {
        return sql("Splink-like SQL, " + digits.name().toLowerCase(java.util.Locale.ROOT), "splink.sql", digits);
    }

    /** Tuned SQL that weighs every pair: the second row of the table in LINKAGE. */
    Contender keyed() throws IOException {
        return sql("tuned SQL, every pair weighed", "keyed.sql", PeerScript.Digits.HAMMING);
    }

    /** The best SQL known to us: leaves pairs by upper bounds, as the engine does. */
    Contender tuned() throws IOException {
        return sql("tuned SQL, pruned by upper bounds", "tuned.sql", PeerScript.Digits.HAMMING);
    }

    private Contender sql(String name, String resource, PeerScript.Digits digits) throws IOException {
        String stem = resource.replace(".sql", "") + "-" + digits.name().toLowerCase(java.util.Locale.ROOT);
        Path out = folder.resolve(stem + ".csv");
        Path script = folder.resolve(stem + ".sql");
        Map<String, Double> weights = ModelWeights.of(model);
        double least = ModelWeights.log2(THRESHOLD / (1 - THRESHOLD));
        Double share = model.settings().matchShare();
        if (share == null) {
            throw new IllegalArgumentException("the speed model states its expected matches");
        }
        Files.writeString(script, PeerScript.of(resource, digits, files.left, files.right, out, least, share, weights));
        return new Contender(
                name,
                repeats -> java(
                        List.of(),
                        SqlPeer.class.getName(),
                        script.toString(),
                        String.valueOf(THREADS),
                        folder.resolve("spill").toString(),
                        String.valueOf(repeats)),
                out);
    }

    /** {@code ./dancu link} when cold; through the API, several times in one process, when warm. */
    Contender engine() {
        Path out = folder.resolve("engine.csv");
        return new Contender(
                "Dân Cư, " + (launcherLinks() ? "./dancu link" : "its main"), repeats -> engine(repeats, out), out);
    }

    /** Lets the launcher build what it has to build before anything is measured. */
    void prepare() throws IOException, InterruptedException {
        if (launcherLinks()) {
            Child.run(folder, List.of(launcher(), "link", "--help"));
        }
    }

    private List<String> engine(int repeats, Path out) {
        if (repeats > 1) {
            return java(
                    List.of("-Xmx4g"),
                    EngineRun.class.getName(),
                    modelFile.toString(),
                    files.left.toString(),
                    files.right.toString(),
                    out.toString(),
                    String.valueOf(THRESHOLD),
                    String.valueOf(THREADS),
                    String.valueOf(repeats));
        }
        List<String> words = List.of(
                "link",
                "--left",
                files.left.toString(),
                "--right",
                files.right.toString(),
                "--model",
                modelFile.toString(),
                "--threshold",
                String.valueOf(THRESHOLD),
                "--uncertain-from",
                String.valueOf(THRESHOLD),
                "--threads",
                String.valueOf(THREADS),
                "--out",
                out.toString());
        List<String> command = new ArrayList<>();
        if (launcherLinks()) {
            command.add(launcher());
        } else {
            command.addAll(java(List.of(), COMMAND_MAIN));
        }
        command.addAll(words);
        return command;
    }

    static List<String> java(List<String> flags, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseParallelGC");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String launcher() {
        return System.getenv().getOrDefault("DANCU_COMMAND", "./dancu");
    }

    /** Whether the launcher is there: a bench that is started by itself uses the class path it has. */
    private static boolean launcherLinks() {
        Path launcher = Path.of(launcher());
        try {
            return Files.isExecutable(launcher) && Files.readString(launcher).contains(COMMAND_MAIN);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The same threshold and no second thoughts. */
    static LinkOptions options(Model model) {
        return LinkOptions.defaults()
                .withThreshold(THRESHOLD)
                .withUncertainFrom(THRESHOLD)
                .withOneToOne(model.settings().oneToOne())
                .withThreads(THREADS);
    }
}
