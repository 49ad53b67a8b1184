package vn.dancu.linkage;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the values of a column (the members, of a set), each value's once and ascending.
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
    private int[] @Nullable [] ofText = new int[16][];

    /** The words of all values there are; those of later ones are read when they are asked for. */
    Words(Texts texts, Column.Kind kind) {
        this.texts = texts;
        this.members = kind == Column.Kind.SET;
        this.address = kind == Column.Kind.ADDRESS;
        for (int code = 1; code < texts.codes(); code++) {
            of(code);
        }
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

    int find(String word) {
        return words.find(word);
    }

    int codes() {
        return words.codes();
    }

    /** Values of the column, with 0. */
    int values() {
        return texts.codes();
    }

    double jaccard(int a, int b) {
        int common = common(a, b);
        int all = of(a).length + of(b).length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    int common(int a, int b) {
        return Similarity.common(of(a), of(b));
    }

    /** Whether all words of the one with fewer are among the other's. */
    boolean contains(int a, int b) {
        return common(a, b) == Math.min(of(a).length, of(b).length);
    }
}
