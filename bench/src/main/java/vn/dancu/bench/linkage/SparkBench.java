package vn.dancu.bench.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** The engine on a Spark cluster of this machine with one worker and with two, by {@code bench/spark.sh}; the same bytes. */
public final class SparkBench {

    private static final int MOST_WORKERS = 2;

    private final Path folder;
    private final Path module;
    private final Report report;

    /** @param module where the script lies and models are */
    public SparkBench(Path folder, Path module, Report report) {
        this.folder = folder;
        this.module = module;
        this.report = report;
    }

    public void run(long people) throws IOException, InterruptedException {
        report.heading(String.format(Locale.ROOT, "Spark, %,d people", people));
        RegisterFiles files =
                RegisterFiles.in(folder, new RegisterFiles.Plan(people, 1, RegisterFiles.Flavour.PERSONS, 1, true));
        Path data = Objects.requireNonNull(files.left.toAbsolutePath().getParent(), "a file has a folder");
        for (int workers = 1; workers <= MOST_WORKERS; workers++) {
            run(data.toString(), workers);
        }
    }

    private void run(String data, int workers) throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        "bash", module.resolve("spark.sh").toAbsolutePath().toString(), data, Integer.toString(workers))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = script.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                report.line("- " + line);
            }
        }
        if (script.waitFor() != 0) {
            throw new IOException("bench/spark.sh ended with " + script.exitValue() + " for " + workers + " workers");
        }
    }
}
