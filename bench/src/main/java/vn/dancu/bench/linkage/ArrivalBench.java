package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One new form against all that is known: how long a desk waits for "is she already here?". */
public final class ArrivalBench {

    private static final int FORMS = 40_000;
    private static final double P99_MILLISECONDS = 5;

    private final Path folder;
    private final Report report;

    public ArrivalBench(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    public void run(long people) throws IOException, InterruptedException {
        report.heading(String.format(Locale.ROOT, "One form against the book of %,d people", people));
        for (boolean numbers : new boolean[] {true, false}) {
            RegisterFiles files =
                    RegisterFiles.in(folder, new RegisterFiles.Plan(people, 1, RegisterFiles.Flavour.CITY, 1, numbers));
            Child.Measured measured = Child.run(
                    folder,
                    Contenders.java(
                            List.of("-Xmx3g"),
                            ArrivalRun.class.getName(),
                            files.left.toString(),
                            files.right.toString(),
                            files.truth.toString(),
                            String.valueOf(Math.min(FORMS, people / 4))));
            Map<String, Double> figures = new HashMap<>();
            for (String line : measured.output()) {
                String[] words = line.split(" ");
                figures.put(words[0], Double.parseDouble(words[1]));
            }
            double p99 = figure(figures, "p99");
            report.line(
                    "- %s numbers, person-vi, %,.0f entries in memory (built in %.1f s, %,.0f MiB in all): median %.3f ms,"
                            + " p99 %.3f ms, p99.9 %.3f ms, at most %.2f ms; her entry is the first of those found for"
                            + " %.2f %% of the forms that have one; load %.1f (bar: p99 ≤ %.0f ms): %s",
                    numbers ? "with" : "without",
                    figure(figures, "records"),
                    figure(figures, "build"),
                    measured.peakBytes() / (double) (1 << 20),
                    figure(figures, "median"),
                    p99,
                    figure(figures, "p999"),
                    figure(figures, "most"),
                    figure(figures, "first") * 100,
                    measured.loadBefore(),
                    P99_MILLISECONDS,
                    SpeedBench.reached(p99 <= P99_MILLISECONDS));
        }
    }

    private static double figure(Map<String, Double> figures, String name) {
        Double figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException("the run told no " + name);
        }
        return figure;
    }
}
