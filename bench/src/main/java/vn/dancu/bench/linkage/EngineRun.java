package vn.dancu.bench.linkage;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvOutput;
import vn.dancu.linkage.csv.CsvRecords;
import vn.dancu.linkage.csv.PairRows;
import vn.dancu.linkage.model.ModelFile;

/**
 * A process of its own: links two files through the engine's API, several times in one JVM, and tells seconds of each phase.
 * Arguments: model, left, right, out, threshold, threads, repeats. A line of the output: {@code repeat phase wall cpu}.
 */
public final class EngineRun {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int repeat;
    private final long begun = System.nanoTime();
    private final long cpuBegun = SYSTEM.getProcessCpuTime();
    private long wallBefore = begun;
    private long cpuBefore = cpuBegun;
    private String phase = "read";

    private EngineRun(int repeat) {
        this.repeat = repeat;
    }

    public static void main(String[] arguments) {
        Model model = ModelFile.named(arguments[0]);
        double threshold = Double.parseDouble(arguments[4]);
        int threads = Integer.parseInt(arguments[5]);
        for (int repeat = 1; repeat <= Integer.parseInt(arguments[6]); repeat++) {
            EngineRun run = new EngineRun(repeat);
            LinkOptions options = LinkOptions.defaults()
                    .withThreshold(threshold)
                    .withUncertainFrom(threshold)
                    .withOneToOne(model.settings().oneToOne())
                    .withThreads(threads)
                    .withProgress((name, done, all) -> run.at(name));
            run.link(model, Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]), options);
        }
    }

    private void link(Model model, Path left, Path right, Path out, LinkOptions options) {
        CompletableFuture<Records> second =
                CompletableFuture.supplyAsync(() -> read(model, right, CsvRecords.Side.RIGHT));
        Records first = read(model, left, CsvRecords.Side.LEFT);
        Records others = second.join();
        at("index");
        LinkResult result = new Linker(model, options).link(first, others);
        at("write");
        long links = write(result, first, others, out, options.threads());
        at("end");
        long pairs =
                result.rules().stream().mapToLong(LinkResult.RuleReport::pairs).sum();
        say("total", System.nanoTime() - begun, SYSTEM.getProcessCpuTime() - cpuBegun);
        System.out.println(repeat + " pairs " + pairs + " " + links);
    }

    private static Records read(Model model, Path file, CsvRecords.Side side) {
        try (CsvFile csv = CsvFile.open(file)) {
            return CsvRecords.read(csv, model, side, () -> false, done -> {});
        }
    }

    private static long write(LinkResult result, Records left, Records right, Path out, int threads) {
        try (FileChannel channel = FileChannel.open(
                out, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            return PairRows.write(new CsvOutput(out, channel), result, left, right, PairRows.Which.LINKS, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void at(String next) {
        if (next.equals(phase)) {
            return;
        }
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        say(phase, wall - wallBefore, cpu - cpuBefore);
        wallBefore = wall;
        cpuBefore = cpu;
        phase = next;
    }

    private void say(String name, long wallNanos, long cpuNanos) {
        System.out.printf(Locale.ROOT, "%d %s %.3f %.3f%n", repeat, name, wallNanos / 1e9, cpuNanos / 1e9);
    }
}
