package vn.dancu.bench.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@link EngineRun} and {@link SqlPeer} tell: lines of {@code repeat what number number}. */
final class EngineOutput {

    private final List<String[]> lines;

    private EngineOutput(List<String[]> lines) {
        this.lines = lines;
    }

    static EngineOutput of(List<String> output) {
        return new EngineOutput(output.stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 4)
                .toList());
    }

    /** Seconds of each repeat. */
    double[] totals() {
        return numbers("total", 2);
    }

    /** Processor seconds of a phase in each repeat; of the phase's parts together. */
    double lastCpu(String phase) {
        return last(phase, 3);
    }

    double lastWall(String phase) {
        return last(phase, 2);
    }

    long pairs() {
        return (long) last("pairs", 2);
    }

    private double last(String what, int place) {
        String repeat = lines.get(lines.size() - 1)[0];
        return lines.stream()
                .filter(words -> words[0].equals(repeat) && words[1].equals(what))
                .mapToDouble(words -> Double.parseDouble(words[place]))
                .sum();
    }

    private double[] numbers(String what, int place) {
        return lines.stream()
                .filter(words -> words[1].equals(what))
                .mapToDouble(words -> Double.parseDouble(words[place]))
                .toArray();
    }

    static String written(double[] seconds) {
        return String.join(
                ", ",
                Arrays.stream(seconds)
                        .mapToObj(one -> String.format(Locale.ROOT, "%.2f", one))
                        .toList());
    }
}
