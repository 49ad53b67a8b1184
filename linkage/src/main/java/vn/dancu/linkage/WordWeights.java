package vn.dancu.linkage;

import java.util.Arrays;

/** How much the words of a column tell, and how alike two values are by them. Shared by the threads. */
final class WordWeights {

    /** For columns whose words are not weighed. */
    static final WordWeights NONE = new WordWeights(new Words(new Texts(), Column.Kind.TEXT), new TermTable());

    /** From this Jaro-Winkler similarity on, two words are one misspelt. */
    private static final double SOFT_FROM = .9;

    private static final double LEAST_SHARE = 1e-9;

    final Words words;
    private final double[] tells;
    /** By value: the sum of the squares of what its words tell. */
    private final double[] squares;

    private final TermTable table;

    /** @param table share of the rows that hold a word */
    WordWeights(Words words, TermTable table) {
        this.words = words;
        this.table = table;
        this.tells = new double[words.codes()];
        Arrays.fill(tells, tells(table.rest()));
        table.frequencies().forEach((word, share) -> {
            int code = words.find(word);
            if (code > 0) {
                tells[code] = tells(share);
            }
        });
        this.squares = new double[words.values()];
        for (int code = 1; code < squares.length; code++) {
            squares[code] = summed(code);
        }
    }

    /** The inverse frequency of a word; a word that every row has tells next to nothing, but not nothing. */
    private static double tells(double share) {
        return Math.log(1 / Math.max(LEAST_SHARE, Math.min(1, share))) + .05;
    }

    /** Counts the rows of both files that hold each word. */
    static TermTable learn(Joint joint, int column) {
        Words words = joint.words.of(column);
        int[] rowsOfValue = new int[joint.texts[column].codes()];
        int slot = joint.layout.slot(column);
        long rows = joint.left.count(slot, rowsOfValue);
        if (!joint.within()) {
            rows += joint.right.count(slot, rowsOfValue);
        }
        int[] holding = new int[words.codes()];
        for (int code = 1; code < rowsOfValue.length; code++) {
            for (int word : words.of(code)) {
                holding[word] += rowsOfValue[code];
            }
        }
        return TermTable.ofWords(words, holding, rows);
    }

    private double tellsOf(int word) {
        // A word that came later.
        return word < tells.length
                ? tells[word]
                : tells(table.frequencies().getOrDefault(words.text(word), table.rest()));
    }

    /** The product of the two lengths; one root, so that the same words come to 1 and not to a little less. */
    private double lengths(int a, int b) {
        return Math.sqrt(squares(a) * squares(b));
    }

    private double squares(int code) {
        return code < squares.length ? squares[code] : summed(code);
    }

    private double summed(int code) {
        double sum = 0;
        for (int word : words.of(code)) {
            sum += tellsOf(word) * tellsOf(word);
        }
        return sum;
    }

    /** Cosine of the two values' words, each weighing what it tells. */
    double cosine(int a, int b) {
        int[] left = words.of(a);
        int[] right = words.of(b);
        double dot = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                dot += tellsOf(left[i]) * tellsOf(left[i]);
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        double whole = lengths(a, b);
        return whole <= 0 ? 0 : dot / whole;
    }

    /**
     * Soft tf-idf (Cohen, Ravikumar and Fienberg 2003): a word also meets the most similar word of the other side. The mean
     * of both directions, so that it is symmetric.
     */
    double softCosine(int a, int b) {
        double whole = lengths(a, b);
        return whole <= 0 ? 0 : (softDot(words.of(a), words.of(b)) + softDot(words.of(b), words.of(a))) / 2 / whole;
    }

    private double softDot(int[] left, int[] right) {
        double dot = 0;
        for (int word : left) {
            int best = 0;
            double similarity = 0;
            for (int other : right) {
                double like = word == other ? 1 : similarity(word, other);
                // Of two that are equally similar, the one that tells more, wherever it stands in the dictionary.
                boolean more = like == similarity && like > 0 && tellsOf(other) > tellsOf(best);
                if (like > similarity || more) {
                    similarity = like;
                    best = other;
                }
            }
            if (similarity >= SOFT_FROM) {
                dot += tellsOf(word) * tellsOf(best) * similarity;
            }
        }
        return dot;
    }

    private double similarity(int word, int other) {
        String a = words.text(word);
        String b = words.text(other);
        // Numbers are not misspelt words: 128 and 129 are two.
        if (a.length() < 3 || b.length() < 3 || Character.isDigit(a.charAt(0)) || Character.isDigit(b.charAt(0))) {
            return 0;
        }
        return Similarity.jaroWinkler(a, b);
    }
}
