package vn.dancu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bench.linkage.AccuracyBench;
import vn.dancu.bench.linkage.ArrivalBench;
import vn.dancu.bench.linkage.GrowthBench;
import vn.dancu.bench.linkage.Report;
import vn.dancu.bench.linkage.SparkBench;
import vn.dancu.bench.linkage.SpeedBench;

/** Record linkage beside its peers: speed, growth, accuracy. The printed run is kept in {@code bench/results}. */
final class LinkageBench {

    private static final long MILLION = 1_000_000;
    private static final long CITY = 55_000;

    private final Path module;
    private final Path folder;
    private final Report report = new Report();

    /** @param folder for data and results of the contenders; kept, so that a second run need not invent them again */
    LinkageBench(Path folder) throws IOException {
        this.module = Files.isDirectory(Path.of("bench/models")) ? Path.of("bench") : Path.of("");
        this.folder = folder;
        Files.createDirectories(folder);
    }

    /** Where the data of the measurements lie when nothing else is said. */
    static Path usualFolder() {
        return Files.isDirectory(Path.of("bench/models")) ? Path.of("bench/target/linkage") : Path.of("target/linkage");
    }

    /**
     * @param only speed, growth, arrivals, accuracy or spark; empty for all that there is
     * @param people of the speed measurement, of the cities, of the largest file of the growth; 0 for the usual numbers
     * @param full ten million, and the slow variants of a peer, too
     */
    void run(String only, long people, int runs, boolean full, Clock clock) throws IOException, InterruptedException {
        report.line("# Record linkage, " + LocalDate.now(clock));
        report.line("");
        report.line("`./dancu bench linkage" + (only.isEmpty() ? "" : " --only " + only)
                + (people == 0 ? "" : " --people " + people) + (runs == 1 ? "" : " --runs " + runs)
                + (full ? " --full" : "") + "`");
        report.line("");
        report.machine();
        Path models = module.resolve("models");
        boolean all = only.isEmpty();
        if (all || only.equals("speed")) {
            new SpeedBench(folder, models, report).run(people == 0 ? MILLION : people, runs, full);
        }
        if (all || only.equals("growth")) {
            long largest = people > 0 && !all ? people : full ? 10 * MILLION : 5 * MILLION;
            List<Long> sizes = Stream.of(MILLION / 10, MILLION, 5 * MILLION, 10 * MILLION)
                    .filter(size -> size <= largest)
                    .toList();
            new GrowthBench(folder, models, report).run(sizes);
        }
        if (all || only.equals("arrivals")) {
            new ArrivalBench(folder, report).run(people == 0 ? MILLION : people);
        }
        if (all || only.equals("accuracy")) {
            new AccuracyBench(folder, models, publicSets(), report).run(people == 0 || all ? CITY : people);
        }
        if (only.equals("spark")) {
            new SparkBench(folder, module, report).run(people == 0 ? MILLION : people);
        }
        String part = all ? "" : "-" + only;
        Path kept = module.resolve("results").resolve("linkage-" + LocalDate.now(clock) + part + ".md");
        report.writeTo(kept);
        System.out.println("\n→ " + kept);
    }

    private @Nullable Path publicSets() {
        String named = System.getenv("DANCU_TEST_DATA");
        Path sets = named == null
                ? module.resolve("../../shared/data/linkage")
                : Path.of(named).resolve("linkage");
        return Files.isDirectory(sets) ? sets : null;
    }
}
