package vn.dancu.bench.web;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.dancu.bench.Meter;
import vn.dancu.shared.Role;

/**
 * {@code ./dancu bench web}: the officers' desk under load. A city in the middle of its campaign is made once and kept; the
 * real server and the officers are processes of their own on this machine. What is judged is the server's own time.
 */
public final class WebBench {
    private static final double GIB = 1L << 30;

    private final Path work;
    private final int people;
    private final int officers;
    private final int seconds;
    private final long seed;
    private final boolean isQuick;
    private final List<String> lines = new ArrayList<>();
    private boolean passed = true;

    /**
     * @param work folder for the city and the logs; kept
     * @param seconds of the measured part
     * @param isQuick a small run, to see that all of it works: no file of results
     */
    public WebBench(Path work, int people, int officers, int seconds, long seed, boolean isQuick) {
        this.work = work.toAbsolutePath().normalize();
        this.people = people;
        this.officers = officers;
        this.seconds = seconds;
        this.seed = seed;
        this.isQuick = isQuick;
    }

    /** Measures, prints, and keeps the report; false when a bar was missed or a request failed. */
    public boolean run(Clock clock) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path data = work.resolve("web-" + people + "-" + seed);
        BusyCity.make(data, people, seed);
        List<Seat> seats = BusyCity.seats(data, officers);
        say("# The officers' desk under load, " + LocalDate.now(clock));
        say("");
        say("`./dancu bench web --people " + people + " --officers " + officers + " --seconds " + seconds + "`");
        say("");
        say(machine());
        say("");
        say("An invented city of " + count(people) + " people in the middle of its campaign (seed " + seed
                + "), one form each. " + seats.size() + " officers (" + roles(seats)
                + "), 5 to 15 s between clicks. The server, its PostgreSQL and the load generator share the machine.");
        load(data, seats);
        weigh(data, seats);
        if (!isQuick) {
            Path file = results().resolve("web-" + LocalDate.now(clock) + ".md");
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
            System.err.println("kept: " + file);
        }
        return passed;
    }

    private void load(Path data, List<Seat> seats) throws IOException, InterruptedException {
        Path officersFile = work.resolve("officers.tsv");
        Path samples = work.resolve("samples.tsv");
        Seat.write(seats, officersFile);
        Served served = Served.start(data, work);
        Usage used;
        Meter meter = new Meter(served.process(), data.getFileName().toString());
        try (served;
                meter) {
            Process generator = generator(served, officersFile, samples);
            Usage before = Usage.now(served.process().toHandle(), data);
            long from = System.nanoTime();
            int most = seconds + Load.WARM_UP_SECONDS + 300;
            if (!generator.waitFor(most, TimeUnit.SECONDS)) {
                generator.destroyForcibly();
                throw new IOException("the load generator did not end within " + most + " s");
            }
            if (generator.exitValue() != 0) {
                throw new IOException("the load generator ended with " + generator.exitValue());
            }
            used = Usage.now(served.process().toHandle(), data).since(before);
            double wall = (System.nanoTime() - from) / 1e9;
            report(samples, used, meter, wall, served);
        }
        times(served, samples);
    }

    private Process generator(Served served, Path officersFile, Path samples) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName(),
                        served.base(),
                        officersFile.toString(),
                        String.valueOf(seconds),
                        String.valueOf(seed),
                        samples.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void report(Path samples, Usage used, Meter meter, double wall, Served served) throws IOException {
        int answers = 0;
        Map<String, Integer> failed = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        String logins = "";
        for (String line : Files.readAllLines(samples)) {
            String[] cells = line.split("\t", 4);
            if (cells[0].equals(Load.LOGINS)) {
                logins = String.format(
                        Locale.ROOT,
                        "%s logins at once: %s s for all, %s left outside.",
                        cells[1],
                        seconds(Long.parseLong(cells[3])),
                        cells[2]);
                passed &= cells[2].equals("0");
                continue;
            }
            answers++;
            int status = Integer.parseInt(cells[1]);
            if (status == 409 || status == 422) {
                refused.merge(status + " " + cells[3], 1, Integer::sum);
            } else if (status == 0 || status >= 400) {
                failed.merge(status + " " + cells[3], 1, Integer::sum);
            }
        }
        say("");
        say(logins);
        say(String.format(
                Locale.ROOT,
                "%d answers in %.0f s; errors: %d%s; refused by a rule, as they should be (409, 422): %d%s.",
                answers,
                wall,
                failed.values().stream().mapToInt(Integer::intValue).sum(),
                failed.isEmpty() ? "" : " " + failed,
                refused.values().stream().mapToInt(Integer::intValue).sum(),
                refused.isEmpty() ? "" : " " + refused));
        passed &= failed.isEmpty();
        say(String.format(
                Locale.ROOT,
                "Processor, of %d cores: program %.0f %%, PostgreSQL %.0f %%, the whole machine %.0f %%. Peak memory:"
                        + " program %.2f GiB, PostgreSQL %.2f GiB (PSS).",
                Runtime.getRuntime().availableProcessors(),
                100 * used.programSeconds() / wall,
                100 * used.databaseSeconds() / wall,
                100 * used.machineBusySeconds() / wall,
                meter.peakProgramBytes() / GIB,
                meter.peakDatabaseBytes() / GIB));
        List<String> complaints = served.complaints();
        if (!complaints.isEmpty()) {
            say("The server's error stream: " + complaints.size() + " lines, first: " + complaints.get(0));
        }
    }

    /** Server times against the bars, and beside them what the officers waited. */
    private void times(Served served, Path samples) throws IOException {
        Timings server = Timings.ofServer(served.times());
        Timings waited = new Timings();
        for (String line : Files.readAllLines(samples)) {
            String[] cells = line.split("\t", 4);
            if (!cells[0].equals(Load.LOGINS) && !cells[0].equals(Served.UNMEASURED)) {
                waited.add(Kind.byWord(cells[0]), Long.parseLong(cells[2]));
            }
        }
        say("");
        say("| what | n | p50 ms | p95 ms | p99 ms | bar (p95) | | waited p95 |");
        say("|---|--:|--:|--:|--:|--:|---|--:|");
        for (Kind kind : Kind.values()) {
            if (server.count(kind) == 0) {
                continue;
            }
            double p95 = server.percentile(kind, 95);
            boolean isWithin = kind.bar() == 0 || p95 <= kind.bar();
            passed &= isWithin;
            say(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %s | %s | %.1f |",
                    kind.text(),
                    server.count(kind),
                    server.percentile(kind, 50),
                    p95,
                    server.percentile(kind, 99),
                    kind.bar() == 0 ? "–" : String.valueOf(kind.bar()),
                    kind.bar() == 0 ? "" : isWithin ? "✓" : "✗",
                    waited.percentile(kind, 95)));
        }
        say("");
        say(
                "Times are the server's own, from the first byte of a request to the last of its answer; \"waited\" is what the"
                        + " load generator measured. A save is the POST alone; the page that follows counts as that page. The first "
                        + Load.WARM_UP_SECONDS
                        + " s after the logins are not in the table: a server is on for days, and the compiler of the JVM works until"
                        + " then beside it.");
    }

    private void weigh(Path data, List<Seat> seats) throws IOException, InterruptedException {
        Optional<Path> chromium = WireSizes.chromium();
        say("");
        say("## First visit over the wire");
        say("");
        if (chromium.isEmpty()) {
            say("Not measured: no Chromium at /usr/bin/chromium or in DANCU_CHROMIUM.");
            return;
        }
        List<WireSizes.Size> sizes;
        try (Served served = Served.start(data, work)) {
            sizes = WireSizes.measure(served.base(), chromium.get(), seats);
        } catch (PlaywrightException e) {
            throw new IOException("Chromium: " + e.getMessage(), e);
        }
        say("Chromium, gzip, nothing cached, all files of the page together.");
        say("");
        say("| role | page | requests | KB | bar | |");
        say("|---|---|--:|--:|--:|---|");
        for (WireSizes.Size size : sizes) {
            boolean isWithin = size.bytes() <= size.bar();
            passed &= isWithin;
            say(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.0f | %d | %s |",
                    size.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    size.page(),
                    size.requests(),
                    size.bytes() / 1_000.0,
                    size.bar() / 1_000,
                    isWithin ? "✓" : "✗"));
        }
    }

    private static String roles(List<Seat> seats) {
        Map<Role, Integer> roles = new TreeMap<>();
        seats.forEach(seat -> roles.merge(seat.role(), 1, Integer::sum));
        List<String> said = new ArrayList<>();
        roles.forEach((role, n) ->
                said.add(n + " " + role.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return String.join(", ", said);
    }

    private static String machine() throws IOException {
        long kib = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        return String.format(
                Locale.ROOT,
                "Machine: %d cores, %d GB, Linux, JDK %s; load before the run %s.",
                Runtime.getRuntime().availableProcessors(),
                kib >> 20,
                System.getProperty("java.version"),
                load);
    }

    private static Path results() {
        return Files.isDirectory(Path.of("bench/results")) ? Path.of("bench/results") : Path.of("results");
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1e3);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void say(String line) {
        System.out.println(line);
        lines.add(line);
    }
}
