package vn.dancu.bench.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The pairs that a contender wrote, sorted, to be compared with another's and with the truth. */
final class ScoredPairs {

    static final double TOLERANCE = 1e-6;

    /** Left number above, right number below: ids are a letter and a number. */
    private final long[] pairs;

    private final double[] weights;

    /** @param differing only one has the pair, or the weights differ by more than {@link #TOLERANCE} */
    record Difference(long onlyFirst, long onlySecond, long differing, double largest) {

        boolean none() {
            return onlyFirst + onlySecond + differing == 0;
        }
    }

    private ScoredPairs(long[] pairs, double[] weights) {
        this.pairs = pairs;
        this.weights = weights;
    }

    /** Reads left_id,right_id,weight and what follows; a file without weights has NaN. */
    static ScoredPairs read(Path file) throws IOException {
        long[] keys = new long[1 << 16];
        double[] values = new double[1 << 16];
        int size = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", 4);
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, size * 2);
                    values = Arrays.copyOf(values, size * 2);
                }
                keys[size] = number(cells[0]) << 32 | number(cells[1]);
                values[size++] = cells.length > 2 ? Double.parseDouble(cells[2]) : Double.NaN;
            }
        }
        return sorted(Arrays.copyOf(keys, size), values);
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(1));
    }

    private static ScoredPairs sorted(long[] keys, double[] values) {
        int size = keys.length;
        Integer[] order = new Integer[size];
        Arrays.setAll(order, n -> n);
        Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
        long[] pairs = new long[size];
        double[] weights = new double[size];
        for (int n = 0; n < size; n++) {
            pairs[n] = keys[order[n]];
            weights[n] = values[order[n]];
        }
        return new ScoredPairs(pairs, weights);
    }

    int size() {
        return pairs.length;
    }

    /** Whether the two ids are a pair. */
    boolean holds(String left, String right) {
        return Arrays.binarySearch(pairs, number(left) << 32 | number(right)) >= 0;
    }

    Difference from(ScoredPairs other) {
        long onlyHere = 0;
        long onlyThere = 0;
        long differing = 0;
        double largest = 0;
        int a = 0;
        int b = 0;
        while (a < pairs.length || b < other.pairs.length) {
            if (b == other.pairs.length || (a < pairs.length && pairs[a] < other.pairs[b])) {
                onlyHere++;
                a++;
            } else if (a == pairs.length || pairs[a] > other.pairs[b]) {
                onlyThere++;
                b++;
            } else {
                double gap = Math.abs(weights[a++] - other.weights[b++]);
                largest = Math.max(largest, gap);
                differing += gap > TOLERANCE ? 1 : 0;
            }
        }
        return new Difference(onlyHere, onlyThere, differing, largest);
    }

    Accuracy against(ScoredPairs truth) {
        long rightly = 0;
        for (long pair : pairs) {
            rightly += Arrays.binarySearch(truth.pairs, pair) >= 0 ? 1 : 0;
        }
        return new Accuracy(truth.size(), pairs.length, rightly);
    }
}
