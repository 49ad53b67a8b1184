package vn.dancu.linkage;

import java.util.Arrays;

/**
 * The names of a file, each once: three parts (surname, middle, given; codes into one dictionary of parts) and a code of the
 * name without marks.
 */
final class Names {

    private static final int PART_BITS = 21;

    final Parts parts;
    private final LongCodes triples;
    private final LongCodes foldedTriples;
    private final TextCodes bags;
    private int[] folded;
    private int[] bag;

    Names() {
        this(new Parts(), new LongCodes(), new LongCodes(), new TextCodes(), new int[16], new int[16]);
    }

    private Names(Parts parts, LongCodes triples, LongCodes foldedTriples, TextCodes bags, int[] folded, int[] bag) {
        this.parts = parts;
        this.triples = triples;
        this.foldedTriples = foldedTriples;
        this.bags = bags;
        this.folded = folded;
        this.bag = bag;
    }

    Names copy() {
        return new Names(parts.copy(), triples.copy(), foldedTriples.copy(), bags.copy(), folded.clone(), bag.clone());
    }

    int codes() {
        return triples.codes();
    }

    /** The code of a name by the codes of its parts; 0 for no name at all. */
    int add(int surname, int middle, int given) {
        long triple = triple(surname, middle, given);
        if (triple == 0) {
            return 0;
        }
        int before = triples.codes();
        int code = triples.add(triple);
        if (code == before) {
            if (code >= folded.length) {
                folded = Arrays.copyOf(folded, code * 2);
                bag = Arrays.copyOf(bag, code * 2);
            }
            bag[code] = middle == 0 ? 0 : bags.add(sorted(parts.foldedText(middle) + " " + parts.foldedText(given)));
            folded[code] = foldedTriples.add(triple(parts.folded(surname), parts.folded(middle), parts.folded(given)));
        }
        return code;
    }

    private static long triple(int surname, int middle, int given) {
        if ((surname | middle | given) >>> PART_BITS != 0) {
            throw new IllegalStateException("more than " + (1 << PART_BITS) + " different parts of names");
        }
        return ((long) surname << (2 * PART_BITS)) | ((long) middle << PART_BITS) | given;
    }

    int surname(int code) {
        return (int) (triples.value(code) >>> (2 * PART_BITS));
    }

    int middle(int code) {
        return (int) (triples.value(code) >>> PART_BITS) & ((1 << PART_BITS) - 1);
    }

    int given(int code) {
        return (int) triples.value(code) & ((1 << PART_BITS) - 1);
    }

    /** A hash of the name without marks: the same in every file. */
    long key(int code) {
        long key = LongCodes.mix(parts.key(surname(code)) * 31 + parts.key(middle(code)));
        return LongCodes.mix(key * 31 + parts.key(given(code))) | 1;
    }

    /** Equal for names that are equal without marks. */
    int folded(int code) {
        return code == 0 ? 0 : folded[code];
    }

    private static String sorted(String words) {
        String[] each = words.split(" ");
        Arrays.sort(each);
        return String.join(" ", each);
    }

    /** Equal for names whose middle and given names are the same words in any order; 0 where there is no middle name. */
    int bag(int code) {
        return bag[code];
    }

    /** Whether a name bears no mark at all, so that its marks may have been lost. */
    boolean markless(int code) {
        return parts.plain(surname(code)) && parts.plain(middle(code)) && parts.plain(given(code));
    }

    /** The name as its parts make it: surname first, in canonical capitals. */
    String text(int code) {
        return joined(parts.text0(surname(code)), parts.text0(middle(code)), parts.text0(given(code)));
    }

    String foldedText(int code) {
        return joined(
                parts.foldedText0(surname(code)), parts.foldedText0(middle(code)), parts.foldedText0(given(code)));
    }

    private static String joined(String surname, String middle, String given) {
        return (surname + " " + middle + " " + given).replaceAll(" +", " ").strip();
    }
}
