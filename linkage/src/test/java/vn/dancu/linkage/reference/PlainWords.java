package vn.dancu.linkage.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * tf-idf over sets of words. A word tells the natural logarithm of 1 / the share of rows that hold it, and .05 more.
 *
 * @param shares of the words that are listed
 * @param rest share of any other word
 */
record PlainWords(Map<String, Double> shares, double rest) {

    static final PlainWords NONE = new PlainWords(Map.of(), 1);

    private double tells(String word) {
        double share = shares.getOrDefault(word, rest);
        return Math.log(1 / Math.max(1e-9, Math.min(1, share))) + .05;
    }

    private double length(List<String> words) {
        return Math.sqrt(
                words.stream().mapToDouble(this::tells).map(told -> told * told).sum());
    }

    double cosine(List<String> a, List<String> b) {
        HashSet<String> others = new HashSet<>(b);
        double dot = a.stream()
                .filter(others::contains)
                .mapToDouble(this::tells)
                .map(told -> told * told)
                .sum();
        return dot / (length(a) * length(b));
    }

    /** Cohen, Ravikumar and Fienberg 2003, from either side, and the mean of both. */
    double softCosine(List<String> a, List<String> b) {
        return (softDot(a, b) + softDot(b, a)) / 2 / (length(a) * length(b));
    }

    private double softDot(List<String> words, List<String> others) {
        double dot = 0;
        for (String word : words) {
            double closest = 0;
            double told = 0;
            for (String other : others) {
                double alike = alike(word, other);
                // Of two that are equally close, the one that tells more.
                if (alike > closest || (alike == closest && tells(other) > told)) {
                    closest = alike;
                    told = tells(other);
                }
            }
            dot += closest >= .9 ? tells(word) * told * closest : 0;
        }
        return dot;
    }

    /** Numbers, and words of a letter or two, are not misspelt. */
    private static double alike(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean misspelt =
                a.length() > 2 && b.length() > 2 && !Character.isDigit(a.charAt(0)) && !Character.isDigit(b.charAt(0));
        return misspelt ? Textbook.jaroWinkler(a, b) : 0;
    }
}
