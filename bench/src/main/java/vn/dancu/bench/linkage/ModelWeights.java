package vn.dancu.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The weights that a model file without training states, by {@code comparison.level}, levels from 1. */
final class ModelWeights {

    private static final Pattern COLUMN = Pattern.compile("^  - column: (\\w+)$");
    private static final Pattern LEVEL = Pattern.compile("^      - \\{.* m: ([0-9.]+), u: ([0-9.]+),.*}$");

    private ModelWeights() {}

    static Map<String, Double> of(Path file) throws IOException {
        Map<String, Double> weights = new LinkedHashMap<>();
        String column = "";
        int level = 0;
        for (String line : Files.readAllLines(file)) {
            Matcher named = COLUMN.matcher(line);
            Matcher listed = LEVEL.matcher(line);
            if (named.matches()) {
                column = named.group(1);
                level = 0;
            } else if (listed.matches()) {
                level++;
                double bayes = Double.parseDouble(listed.group(1)) / Double.parseDouble(listed.group(2));
                weights.put(column + "." + level, Math.log(bayes) / Math.log(2));
            }
        }
        return weights;
    }
}
