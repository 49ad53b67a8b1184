package vn.dancu.linkage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The level of each comparison for a pair of rows. One per thread. */
final class PairLevels {

    static final int SAME_HOUSEHOLD = 1;
    static final int SAME_GROUP = 2;
    static final int OTHER_HOUSEHOLD_IN_GROUP = 3;
    static final int SAME_COMMUNE = 4;
    static final int OTHER_COMMUNE = 5;
    static final int OTHER_HOUSEHOLD = 6;

    private static final double CLOSE_TEXT = .92;
    /** Words that every place has; one side writes them, the other does not. */
    private static final Set<String> PLACE_WORDS = Set.of(
            "tinh", "thanh", "pho", "tp", "quan", "huyen", "thi", "xa", "tx", "phuong", "tran", "tt", "thon", "ban",
            "to", "xom");

    private final Joint joint;
    private final NameLevels nameLevels;
    private final PairCache[] texts;
    private final Comparison.Kind[] kinds;
    private final int[][] slots;
    private final boolean[] active;
    private final @Nullable LevelTests[] tests;

    PairLevels(Joint joint) {
        this.joint = joint;
        this.nameLevels = new NameLevels(joint.names);
        int comparisons = joint.model.comparisons().size();
        kinds = new Comparison.Kind[comparisons];
        slots = new int[comparisons][];
        active = active(joint);
        texts = new PairCache[comparisons];
        tests = new LevelTests[comparisons];
        for (int k = 0; k < comparisons; k++) {
            Comparison comparison = joint.model.comparisons().get(k);
            kinds[k] = comparison.kind();
            texts[k] = kinds[k] == Comparison.Kind.PLACE_NAME ? new PairCache() : PairCache.NONE;
            tests[k] = kinds[k] == Comparison.Kind.LEVELS ? new LevelTests(joint, k) : null;
            slots[k] = comparison.columns().stream()
                    .mapToInt(name -> joint.layout.slot(joint.model.column(name)))
                    .toArray();
        }
    }

    /** Which comparisons can tell anything at all for these two files. */
    static boolean[] active(Joint joint) {
        boolean[] active = new boolean[joint.model.comparisons().size()];
        for (int k = 0; k < active.length; k++) {
            Comparison comparison = joint.model.comparisons().get(k);
            boolean any = comparison.kind() == Comparison.Kind.OTHER_NAME;
            for (String name : comparison.columns()) {
                int column = joint.model.column(name);
                boolean household = joint.model.columns().get(column).kind() == Column.Kind.HOUSEHOLD;
                any |= joint.comparable[column] && (!household || joint.householdsComparable);
            }
            active[k] = any;
        }
        return active;
    }

    /** @param i where the left row begins, j where the right one does */
    int level(int k, int[] left, int i, int[] right, int j) {
        if (!active[k]) {
            return 0;
        }
        int[] slot = slots[k];
        int s = slot[0];
        return switch (kinds[k]) {
            case NUMBER -> number(left, i + s, right, j + s);
            case GIVEN_NAME -> nameLevels.given(left, i + s, right, j + s);
            case SURNAME ->
                nameLevels.surname(left[i + s], right[j + s], left[i + s + Layout.NAME], right[j + s + Layout.NAME]);
            case MIDDLE_NAME -> nameLevels.middle(left, i + s, right, j + s);
            case DATE -> left[i + s] == 0 || right[j + s] == 0 ? 0 : Dates.level(left[i + s], right[j + s]);
            case CODE -> equality(left[i + s], right[j + s]);
            case NUMBERS ->
                left[i + s] == 0 || right[j + s] == 0
                        ? 0
                        : sets(joint.values.sets.get(left[i + s]), joint.values.sets.get(right[j + s]));
            case PLACE -> place(left, i, right, j, slot);
            case WHOLE_NAME -> nameLevels.whole(left[i + s], right[j + s]);
            case OTHER_NAME ->
                otherName(left[i + s + Layout.NAME], left[i + slot[1]], right[j + s + Layout.NAME], right[j + slot[1]]);
            case LEVELS -> tests[k].level(left, i, right, j);
            case PLACE_NAME -> text(k, left[i + s], right[j + s]);
        };
    }

    private static int equality(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? 1 : 2;
    }

    private int number(int[] left, int i, int[] right, int j) {
        long a = Joint.number(left, i);
        long b = Joint.number(right, j);
        return a == 0 || b == 0 ? 0 : Numbers.level(a, b);
    }

    private static int sets(long[] a, long[] b) {
        int best = 3;
        for (long x : a) {
            for (long y : b) {
                best = Math.min(best, Numbers.level(x, y));
            }
        }
        return best;
    }

    private int place(int[] left, int i, int[] right, int j, int[] slot) {
        int householdA = joint.householdsComparable ? left[i + slot[2]] : 0;
        int householdB = joint.householdsComparable ? right[j + slot[2]] : 0;
        boolean households = householdA != 0 && householdB != 0;
        if (households && householdA == householdB) {
            return SAME_HOUSEHOLD;
        }
        int communes = equality(left[i + slot[0]], right[j + slot[0]]);
        if (communes == 0) {
            return households ? OTHER_HOUSEHOLD : 0;
        }
        if (communes == 2) {
            return OTHER_COMMUNE;
        }
        if (equality(left[i + slot[1]], right[j + slot[1]]) == 1) {
            return households ? OTHER_HOUSEHOLD_IN_GROUP : SAME_GROUP;
        }
        return SAME_COMMUNE;
    }

    private int otherName(int nameA, int otherA, int nameB, int otherB) {
        if (nameA == 0 || nameB == 0 || (otherA | otherB) == 0) {
            return 0;
        }
        int a = joint.names.folded(nameA);
        int b = joint.names.folded(nameB);
        if (a != b && (joint.names.folded(otherA) == b || joint.names.folded(otherB) == a)) {
            return 2;
        }
        boolean telling = otherA != nameA && otherB != nameB;
        return telling && otherA != 0 && otherA == otherB ? 1 : 0;
    }

    private int text(int k, int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        int column =
                joint.model.column(joint.model.comparisons().get(k).columns().get(0));
        Texts values = joint.texts[column];
        if (values.folded(a) == values.folded(b)) {
            return 1;
        }
        int level = texts[k].find(a, b);
        if (level == 0) {
            level = closeText(values.foldedText(a), values.foldedText(b)) ? 2 : 3;
            texts[k].put(a, b, level);
        }
        return level;
    }

    private static boolean closeText(String a, String b) {
        Set<String> wordsA = telling(a);
        Set<String> wordsB = telling(b);
        boolean holds =
                !wordsA.isEmpty() && !wordsB.isEmpty() && (wordsA.containsAll(wordsB) || wordsB.containsAll(wordsA));
        return holds || Similarity.jaroWinkler(a, b) >= CLOSE_TEXT;
    }

    private static Set<String> telling(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split(" ")));
        words.removeAll(PLACE_WORDS);
        return words;
    }
}
