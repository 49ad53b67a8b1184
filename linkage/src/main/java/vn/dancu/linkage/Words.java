package vn.dancu.linkage;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the values of a column (the members, of a set), each value's once and ascending, and how much each tells: its
 * inverse frequency among the rows. Values that come later are read when they are asked for.
 */
final class Words {

    /** Words of addresses that are written long or short, in English and in Vietnamese (folded). */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("road", "rd"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("boulevard", "blvd"),
            Map.entry("drive", "dr"),
            Map.entry("court", "ct"),
            Map.entry("place", "pl"),
            Map.entry("lane", "ln"),
            Map.entry("highway", "hwy"),
            Map.entry("suite", "ste"),
            Map.entry("apartment", "apt"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"),
            Map.entry("duong", "d"),
            Map.entry("phuong", "p"),
            Map.entry("quan", "q"),
            Map.entry("ngo", "ng"),
            Map.entry("xom", "x"),
            Map.entry("thon", "t"));

    private static final int[] NONE = {};

    private final Texts texts;
    private final boolean members;
    private final boolean address;
    private final TextCodes words = new TextCodes();
    private int @Nullable [][] ofText = new int[16][];
    private double[] tells = new double[16];
    private double[] lengths = new double[16];
    private double ofUnseen = 1;

    /** @param rowsOfText how many rows hold each value */
    Words(Texts texts, Column.Kind kind, int[] rowsOfText) {
        this.texts = texts;
        this.members = kind == Column.Kind.SET;
        this.address = kind == Column.Kind.ADDRESS;
        long rows = 0;
        int codes = texts.codes();
        for (int code = 1; code < codes; code++) {
            of(code);
            rows += rowsOfText[code];
        }
        double[] holding = new double[words.codes()];
        for (int code = 1; code < codes; code++) {
            for (int word : of(code)) {
                holding[word] += rowsOfText[code];
            }
        }
        tells = new double[words.codes()];
        for (int word = 1; word < tells.length; word++) {
            tells[word] = Math.log((rows + 1.0) / holding[word]) + .05;
        }
        ofUnseen = Math.log(rows + 1.0) + .05;
        lengths = new double[codes];
        for (int code = 1; code < codes; code++) {
            lengths[code] = measured(code);
        }
    }

    private double measured(int code) {
        double squares = 0;
        for (int word : of(code)) {
            squares += tells(word) * tells(word);
        }
        return Math.sqrt(squares);
    }

    int[] of(int code) {
        if (code == 0) {
            return NONE;
        }
        if (code >= ofText.length) {
            ofText = Arrays.copyOf(ofText, Math.max(code + 1, ofText.length * 2));
        }
        int[] known = ofText[code];
        if (known == null) {
            known = read(code);
            ofText[code] = known;
        }
        return known;
    }

    private int[] read(int code) {
        String[] parts = members
                ? Reading.members(texts.text(code))
                : texts.foldedText(code).split(" ");
        int[] codes = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            codes[i] = words.add(address ? SHORT.getOrDefault(parts[i], parts[i]) : parts[i]);
        }
        return Arrays.stream(codes).sorted().distinct().toArray();
    }

    String text(int word) {
        return words.text(word);
    }

    private double tells(int word) {
        return word < tells.length ? tells[word] : ofUnseen;
    }

    private double length(int code) {
        return code < lengths.length ? lengths[code] : measured(code);
    }

    /** Cosine of the two values' words, each weighing what it tells. */
    double cosine(int a, int b) {
        int[] left = of(a);
        int[] right = of(b);
        double dot = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                dot += tells(left[i]) * tells(left[i]);
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return divided(dot, length(a) * length(b));
    }

    /**
     * Soft tf-idf (Cohen, Ravikumar and Fienberg 2003): a word also meets the most similar word of the other side, from a
     * Jaro-Winkler similarity of .9 on. The mean of both directions, so that it is symmetric.
     */
    double softCosine(int a, int b) {
        return (softDot(of(a), of(b)) + softDot(of(b), of(a))) / 2 / Math.max(1e-12, length(a) * length(b));
    }

    private static final double SOFT_FROM = .9;

    private double softDot(int[] left, int[] right) {
        double dot = 0;
        for (int word : left) {
            int best = 0;
            double similarity = 0;
            for (int other : right) {
                double like = word == other ? 1 : similarity(word, other);
                if (like > similarity) {
                    similarity = like;
                    best = other;
                }
            }
            if (similarity >= SOFT_FROM) {
                dot += tells(word) * tells(best) * similarity;
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

    double jaccard(int a, int b) {
        int common = common(a, b);
        return divided(common, of(a).length + of(b).length - common);
    }

    int common(int a, int b) {
        int[] left = of(a);
        int[] right = of(b);
        int common = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                common++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /** Whether all words of the one with fewer are among the other's. */
    boolean contains(int a, int b) {
        return common(a, b) == Math.min(of(a).length, of(b).length);
    }

    private static double divided(double part, double whole) {
        return whole <= 0 ? 0 : part / whole;
    }
}
