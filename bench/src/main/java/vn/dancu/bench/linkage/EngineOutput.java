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

    /** Least processor seconds of a phase among the repeats: what it takes once the JVM is warm. */
    double leastCpu(String phase) {
        return lines.stream()
                .map(words -> words[0])
                .distinct()
                .mapToDouble(repeat -> sum(repeat, phase, 3))
                .min()
                .orElse(0);
    }

    /** Of all rules together; a pair that two rules give counts twice. */
    long pairs() {
        return (long) sum("1", "pairs", 2);
    }

    /** A phase may be told in parts. */
    private double sum(String repeat, String what, int place) {
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
