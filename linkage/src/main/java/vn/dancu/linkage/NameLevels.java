package vn.dancu.linkage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.dancu.civil.text.VietnameseText;

/** The levels of names and of their parts. Symmetric in its two names. One per thread, because it remembers. */
final class NameLevels {

    static final int SAME = 1;
    static final int MARKLESS = 2;
    static final int VARIANT = 3;
    static final int TONE = 4;
    static final int FOLDED = 5;
    static final int SIMILAR = 6;
    static final int ONE_EDIT = 7;
    static final int DIFFERENT = 8;
    /** Surnames: two forms of one (Phàn and Bàn). */
    static final int EQUIVALENT = 9;
    /** Given names: stands where the other writes its middle name. */
    static final int SWAPPED = 9;
    /** Middle names. */
    static final int NONE = 9;

    static final int LEFT_OUT = 10;
    static final int SHORTENED = 11;
    static final int MONG_SECOND = 12;

    static final int WHOLE_SAME = 1;
    static final int WHOLE_FOLDED = 2;
    static final int WHOLE_OTHER_MIDDLE = 3;
    static final int WHOLE_GIVEN = 4;
    static final int WHOLE_SIMILAR = 5;
    static final int WHOLE_DIFFERENT = 6;

    private static final double SIMILAR_FROM = .88;
    private static final List<Set<String>> EQUIVALENT_SURNAMES = List.of(Set.of("PHÀN", "BÀN"));

    /** Clans of the Mông of Hà Giang, folded (with i for y): a man takes a second name when he is grown. */
    private static final Set<String> MONG_CLANS = Set.of(
            "giang", "vu", "thao", "lau", "li", "sung", "mua", "vang", "cu", "hang", "cha", "chao", "lo", "pha", "ho",
            "khang", "fang", "sinh", "tho", "ma", "hau", "va", "then", "xin", "sai", "tua", "xa");

    private final Names names;
    private final Parts parts;
    private final PairCache partCache = new PairCache();
    private final PairCache wholeCache = new PairCache();

    NameLevels(Names names) {
        this.names = names;
        this.parts = names.parts;
    }

    int surname(int a, int b, int nameA, int nameB) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return markless(part(a, b), nameA, nameB);
    }

    int given(int[] left, int i, int[] right, int j) {
        int a = left[i + Layout.GIVEN];
        int b = right[j + Layout.GIVEN];
        if (a == 0 || b == 0) {
            return 0;
        }
        int level = markless(part(a, b), left[i + Layout.NAME], right[j + Layout.NAME]);
        return level == DIFFERENT && swapped(left, i, right, j) ? SWAPPED : level;
    }

    private boolean swapped(int[] left, int i, int[] right, int j) {
        int bag = names.bag(left[i + Layout.NAME]);
        return bag != 0 && bag == names.bag(right[j + Layout.NAME]);
    }

    int middle(int[] left, int i, int[] right, int j) {
        int nameA = left[i + Layout.NAME];
        int nameB = right[j + Layout.NAME];
        if (nameA == 0 || nameB == 0) {
            return 0;
        }
        int a = left[i + Layout.MIDDLE];
        int b = right[j + Layout.MIDDLE];
        if (a == 0 || b == 0) {
            return a == b ? NONE : LEFT_OUT;
        }
        int level = markless(part(a, b), nameA, nameB);
        if (level != DIFFERENT) {
            return level;
        }
        int givenA = left[i + Layout.GIVEN];
        int givenB = right[j + Layout.GIVEN];
        if (parts.folded(givenA) != parts.folded(givenB)) {
            return swapped(left, i, right, j) ? 0 : shortened(a, b);
        }
        boolean clan = left[i] != 0
                && right[j] != 0
                && parts.folded(left[i]) == parts.folded(right[j])
                && MONG_CLANS.contains(parts.foldedText(left[i]));
        int least = shortened(a, b);
        return least == DIFFERENT && clan ? MONG_SECOND : least;
    }

    /** One is the other's initials, or some of its words. */
    private int shortened(int a, int b) {
        List<String> wordsA = Arrays.asList(parts.foldedText(a).split(" "));
        List<String> wordsB = Arrays.asList(parts.foldedText(b).split(" "));
        if (wordsA.containsAll(wordsB) || wordsB.containsAll(wordsA)) {
            return SHORTENED;
        }
        return initials(wordsA, wordsB) || initials(wordsB, wordsA) ? SHORTENED : DIFFERENT;
    }

    private static boolean initials(List<String> shorter, List<String> longer) {
        if (shorter.size() != longer.size()) {
            return false;
        }
        for (int i = 0; i < shorter.size(); i++) {
            if (shorter.get(i).length() != 1 || !longer.get(i).startsWith(shorter.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Equal but marks, where one whole name bears none: that says nothing against it, its writer had no marks. */
    private int markless(int level, int nameA, int nameB) {
        boolean marks = level == TONE || level == FOLDED || level == VARIANT;
        return marks && names.markless(nameA) != names.markless(nameB) ? MARKLESS : level;
    }

    /** The level of two parts of names, each known, as far as the parts alone tell. */
    int part(int a, int b) {
        if (a == b) {
            return SAME;
        }
        int level = partCache.find(a, b);
        if (level == 0) {
            level = computed(a, b);
            partCache.put(a, b, level);
        }
        return level;
    }

    private int computed(int a, int b) {
        String textA = parts.text(a);
        String textB = parts.text(b);
        for (Set<String> forms : EQUIVALENT_SURNAMES) {
            if (forms.contains(textA) && forms.contains(textB)) {
                return EQUIVALENT;
            }
        }
        String foldedA = parts.foldedText(a);
        String foldedB = parts.foldedText(b);
        if (VietnameseText.sameButIY(textA, textB) || textA.replace('Đ', 'D').equals(textB.replace('Đ', 'D'))) {
            return VARIANT;
        }
        if (foldedA.equals(foldedB)) {
            return withoutTone(textA).equals(withoutTone(textB)) ? TONE : FOLDED;
        }
        if (Similarity.jaroWinkler(foldedA, foldedB) >= SIMILAR_FROM) {
            return SIMILAR;
        }
        return Similarity.oneEdit(foldedA, foldedB) ? ONE_EDIT : DIFFERENT;
    }

    /** Without the five tone marks, but with the marks that make another letter (ă â ê ô ơ ư đ). */
    private static String withoutTone(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            boolean tone = c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
            if (!tone) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    int whole(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return WHOLE_SAME;
        }
        if (names.folded(a) == names.folded(b)) {
            return WHOLE_FOLDED;
        }
        int level = wholeCache.find(a, b);
        if (level == 0) {
            level = computedWhole(a, b);
            wholeCache.put(a, b, level);
        }
        return level;
    }

    private int computedWhole(int a, int b) {
        int given = part(names.given(a), names.given(b));
        int surnameA = names.surname(a);
        int surnameB = names.surname(b);
        int surname = surnameA == 0 || surnameB == 0 ? SAME : part(surnameA, surnameB);
        int middleA = names.middle(a);
        int middleB = names.middle(b);
        int middle = middleA == 0 || middleB == 0 ? (middleA == middleB ? SAME : DIFFERENT) : part(middleA, middleB);
        boolean sameGiven = given <= FOLDED;
        boolean sameSurname = surname <= FOLDED || surname == EQUIVALENT;
        if (sameGiven && sameSurname) {
            return middle <= FOLDED ? WHOLE_FOLDED : WHOLE_OTHER_MIDDLE;
        }
        if (given < DIFFERENT && surname != DIFFERENT && middle < DIFFERENT) {
            return WHOLE_SIMILAR;
        }
        return sameGiven ? WHOLE_GIVEN : WHOLE_DIFFERENT;
    }
}
