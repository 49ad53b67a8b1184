package vn.dancu.bench.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer's SQL with the places filled in: files, weights, and how it tests that two texts of digits differ by a slip. */
final class PeerScript {

    /** How the levels "one digit" are tested on text: all of them say the same of texts of one length. */
    enum Digits {
        /** A library's ready-made level: insertions, deletions, swaps of neighbours. */
        DAMERAU("damerau_levenshtein(%1$s, %2$s) <= 1"),
        /** Cheaper: only what a plain edit distance lets through is looked at for a swap. */
        LEVENSHTEIN("(levenshtein(%1$s, %2$s) <= 2 and damerau_levenshtein(%1$s, %2$s) <= 1)"),
        /** Cheaper still, where all texts are known to be equally long. */
        HAMMING("(hamming(%1$s, %2$s) <= 2 and damerau_levenshtein(%1$s, %2$s) <= 1)");

        private final String test;

        Digits(String test) {
            this.test = test;
        }
    }

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

    private PeerScript() {}

    /** @param weights by {@code comparison.level} */
    static String of(
            String resource,
            Digits digits,
            Path left,
            Path right,
            Path out,
            double least,
            double share,
            Map<String, Double> weights) {
        Matcher places = PLACE.matcher(text(resource));
        StringBuilder script = new StringBuilder();
        while (places.find()) {
            String place = places.group(1);
            String value;
            if (place.startsWith("digits:")) {
                String[] columns = place.substring("digits:".length()).split(",");
                value = String.format(digits.test, columns[0], columns[1]);
            } else {
                value = switch (place) {
                    case "left" -> quoted(left);
                    case "right" -> quoted(right);
                    case "out" -> quoted(out);
                    case "least" -> number(least);
                    case "share" -> number(share);
                    default -> number(known(weights, place));
                };
            }
            places.appendReplacement(script, Matcher.quoteReplacement(value));
        }
        places.appendTail(script);
        return script.toString();
    }

    private static double known(Map<String, Double> weights, String place) {
        Double weight = weights.get(place);
        if (weight == null) {
            throw new IllegalArgumentException("the model has no weight " + place);
        }
        return weight;
    }

    /** As a double with all its digits, not as a decimal. */
    private static String number(double value) {
        return "cast('" + value + "' as double)";
    }

    private static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }

    static String text(String resource) {
        try (InputStream in = PeerScript.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such script: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
