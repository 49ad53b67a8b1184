package vn.dancu.linkage.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dancu.linkage.Parameters;

/** What {@link Parameters#write} says, read anew. Levels and tables by name. */
final class PlainParameters {

    /** @param rest frequency of a value that is not listed */
    record Table(Map<String, Double> frequencies, double rest, double average) {}

    record Probabilities(double m, double u, double family, double sibling) {}

    private double matchShare;
    private double rightSize;
    private double siblings;
    private double relatives;
    private final Map<String, Probabilities> levels = new HashMap<>();
    private final Map<String, Table> terms = new HashMap<>();
    private final Map<String, Table> words = new HashMap<>();

    PlainParameters(Parameters parameters) {
        for (String line : parameters.write().split("\n")) {
            String[] parts = line.split(" ");
            switch (parts[0]) {
                case "prior" -> {
                    matchShare = Double.parseDouble(parts[1]);
                    rightSize = Double.parseDouble(parts[2]);
                    siblings = Double.parseDouble(parts[3]);
                    relatives = Double.parseDouble(parts[4]);
                }
                case "level" ->
                    levels.put(
                            parts[1] + " " + parts[2],
                            new Probabilities(
                                    Double.parseDouble(parts[3]),
                                    Double.parseDouble(parts[4]),
                                    Double.parseDouble(parts[5]),
                                    Double.parseDouble(parts[6])));
                case "rest" -> terms.put(parts[1], table(parts));
                case "word-rest" -> words.put(parts[1], table(parts));
                case "term" -> term(terms, line);
                case "word-term" -> term(words, line);
                default -> {}
            }
        }
    }

    private static Table table(String[] parts) {
        return new Table(new LinkedHashMap<>(), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
    }

    private static void term(Map<String, Table> tables, String line) {
        String[] parts = line.split(" ", 4);
        Table table = tables.get(parts[1]);
        if (table == null) {
            throw new IllegalStateException("a term before its table: " + line);
        }
        table.frequencies().put(parts[3], Double.parseDouble(parts[2]));
    }

    Probabilities level(String comparison, int level) {
        Probabilities known = levels.get(comparison + " " + level);
        if (known == null) {
            throw new IllegalStateException("no level " + level + " of " + comparison);
        }
        return known;
    }

    /** Of frequencies of a comparison's values; empty where they play no part. */
    Map<String, Table> terms() {
        return terms;
    }

    PlainWords words(String column) {
        Table table = words.get(column);
        return table == null ? PlainWords.NONE : new PlainWords(table.frequencies(), table.rest());
    }

    /** log2 odds before anything is compared: against a stranger, a brother or sister, another of the household. */
    double prior() {
        return log2(matchShare / Math.max(1, rightSize));
    }

    double siblingPrior() {
        return log2(matchShare / Math.max(.05, siblings));
    }

    double relativePrior() {
        return log2(matchShare / Math.max(.05, relatives));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
