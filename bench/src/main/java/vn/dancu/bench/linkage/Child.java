package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs a command to its exit and measures it; Linux only. One at a time: the processor time is that of all children. */
final class Child {

    private static final long EVERY_MILLIS = 15;
    private static final double TICKS_PER_SECOND = 100;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
    private static final long KIB = 1024;

    /**
     * @param seconds from the command to its exit
     * @param cpuSeconds user and system, of the process and what it waited for
     * @param peakBytes most resident memory
     * @param loadBefore load average of the last minute before the start
     * @param output what it wrote to its standard output
     */
    record Measured(double seconds, double cpuSeconds, long peakBytes, double loadBefore, List<String> output) {}

    private Child() {}

    static Measured run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output-", ".txt");
        Path errors = Files.createTempFile(folder, "errors-", ".txt");
        try {
            double load = load();
            double cpuBefore = childrenCpu();
            long from = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            long peak = 0;
            while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(process.toHandle()));
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            if (process.exitValue() != 0) {
                throw new IOException("ended with " + process.exitValue() + ": " + String.join(" ", command) + "\n"
                        + Files.readString(errors));
            }
            return new Measured(seconds, childrenCpu() - cpuBefore, peak, load, Files.readAllLines(output));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** Load average of the last minute. */
    static double load() {
        return Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static long peak(ProcessHandle process) {
        long sum = own(process);
        try (Stream<ProcessHandle> below = process.descendants()) {
            return sum + below.mapToLong(Child::own).sum();
        }
    }

    private static long own(ProcessHandle process) {
        Matcher peak = PEAK.matcher(read(Path.of("/proc", Long.toString(process.pid()), "status")));
        return peak.find() ? Long.parseLong(peak.group(1)) * KIB : 0;
    }

    /** Processor time of all children that have ended: the 16th and 17th field of stat. */
    private static double childrenCpu() {
        String stat = read(Path.of("/proc/self/stat"));
        String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(behindName[13]) + Long.parseLong(behindName[14])) / TICKS_PER_SECOND;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
