package vn.dancu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whole commands as a user types them, in a process of their own. */
final class WholeRun {
    private WholeRun() {}

    private record Result(double seconds, double programGib, double databaseGib, double togetherGib) {}

    static void demo(Path folder, int people, int runs) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path data = folder.resolve("demo-" + run);
            delete(data);
            results.add(time(
                    data,
                    List.of("demo", "--no-serve", "--people", String.valueOf(people), "--data", data.toString())));
            delete(data);
        }
        print("demo --no-serve, " + people + " people", results, 90, 2);
    }

    static void simulate(Path folder, int people, int runs) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path out = folder.resolve("city");
            delete(out);
            results.add(time(
                    out,
                    List.of("simulate", "--people", String.valueOf(people), "--seed", "1", "--out", out.toString())));
        }
        print("simulate, " + people + " people", results, 60, 2);
    }

    static void process(Path folder, int people, int runs) throws IOException, InterruptedException {
        Path city = folder.resolve("city");
        if (!Files.exists(city.resolve("forms.csv"))) {
            time(
                    city,
                    List.of("simulate", "--people", String.valueOf(people), "--seed", "1", "--out", city.toString()));
        }
        List<Result> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path out = folder.resolve("result");
            delete(out);
            results.add(time(
                    Path.of("dancu-process-"),
                    List.of(
                            "process",
                            "--forms",
                            city.resolve("forms.csv").toString(),
                            "--residence-book",
                            city.resolve("residence-book.csv").toString(),
                            "--archive",
                            city.resolve("archive.csv").toString(),
                            "--out",
                            out.toString())));
        }
        print("process, " + people + " people", results, 300, 6);
    }

    private static Result time(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        String launcher = System.getenv().getOrDefault("DANCU_COMMAND", "./dancu");
        command.add(launcher);
        command.addAll(arguments);
        System.err.println("$ " + String.join(" ", command));
        long from = System.nanoTime();
        Process program = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Meter meter = new Meter(program, folder.getFileName().toString())) {
            int status = program.waitFor();
            double seconds = (System.nanoTime() - from) / 1e9;
            if (status != 0) {
                throw new IOException("the command ended with " + status);
            }
            double gib = 1L << 30;
            return new Result(
                    seconds, meter.peakProgramBytes() / gib, meter.peakDatabaseBytes() / gib, meter.peakBytes() / gib);
        }
    }

    private static void print(String what, List<Result> results, double goalSeconds, double goalGib) {
        double[] seconds =
                results.stream().mapToDouble(Result::seconds).sorted().toArray();
        double[] gib =
                results.stream().mapToDouble(Result::togetherGib).sorted().toArray();
        Result last = results.get(results.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "%s: %d run(s), median %.1f s (target ≤ %.0f s), peak memory %.2f GiB = JVM %.2f + PostgreSQL %.2f"
                        + " (target ≤ %.0f GiB)%n",
                what,
                results.size(),
                seconds[seconds.length / 2],
                goalSeconds,
                gib[gib.length / 2],
                last.programGib(),
                last.databaseGib(),
                goalGib);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("dancu-bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                delete(folder);
            } catch (IOException e) {
                System.err.println("could not delete " + folder);
            }
        }));
        return folder;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
