package vn.dancu.bench.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one contender needed, run by run. */
final class Series {

    private static final double MIB = 1 << 20;

    final String name;
    private final List<Child.Measured> runs = new ArrayList<>();

    Series(String name) {
        this.name = name;
    }

    void add(Child.Measured run) {
        runs.add(run);
    }

    double medianSeconds() {
        return median(runs.stream().mapToDouble(Child.Measured::seconds).toArray());
    }

    double medianCpu() {
        return median(runs.stream().mapToDouble(Child.Measured::cpuSeconds).toArray());
    }

    double peakMib() {
        return runs.stream().mapToLong(Child.Measured::peakBytes).max().orElse(0) / MIB;
    }

    /** A row of a table: name, wall median and range, CPU median, most memory, loads. */
    String row() {
        double[] seconds =
                runs.stream().mapToDouble(Child.Measured::seconds).sorted().toArray();
        List<String> loads = runs.stream()
                .map(run -> String.format(Locale.ROOT, "%.1f", run.loadBefore()))
                .toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f – %.2f | %.1f | %,.0f | %s |",
                name,
                medianSeconds(),
                seconds[0],
                seconds[seconds.length - 1],
                medianCpu(),
                peakMib(),
                String.join(" ", loads));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
