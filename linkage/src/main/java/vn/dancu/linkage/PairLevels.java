package vn.dancu.linkage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The level of each comparison for a pair of rows. One per thread. */
final class PairLevels {

    static final int SAME_HOUSEHOLD = 1;
    static final int SAME_GROUP = 2;
    static final int OTHER_HOUSEHOLD_IN_GROUP = 3;
    static final int SAME_COMMUNE = 4;
    static final int OTHER_COMMUNE = 5;
    static final int OTHER_HOUSEHOLD = 6;

    private final LevelFunction[] functions;
    private final int[] scratch;
    private final int[] otherScratch;

    PairLevels(Joint joint, Parameters parameters) {
        NameLevels nameLevels = new NameLevels(joint.names);
        boolean[] active = active(joint);
        scratch = new int[joint.layout.stride];
        otherScratch = new int[scratch.length];
        functions = new LevelFunction[active.length];
        for (int k = 0; k < functions.length; k++) {
            functions[k] = active[k]
                    ? function(joint, parameters, joint.model.comparisons().get(k), nameLevels)
                    : LevelFunction.SILENT;
        }
    }

    /** Which comparisons can tell anything at all for these two files. */
    static boolean[] active(Joint joint) {
        boolean[] active = new boolean[joint.model.comparisons().size()];
        for (int k = 0; k < active.length; k++) {
            Comparison comparison = joint.model.comparisons().get(k);
            boolean any = comparison.kind() == Comparison.Kind.OTHER_NAME
                    || comparison.levels().stream()
                            .flatMap(level -> level.tests().stream())
                            .anyMatch(test -> test.measure() == Measure.SWAPPED);
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
        return functions[k].level(left, i, right, j);
    }

    /** The same by the numbers of the rows. */
    int level(int k, Rows left, int i, Rows right, int j) {
        return level(k, left.cells(i, scratch), left.at(i), right.cells(j, otherScratch), right.at(j));
    }

    void levels(int k, int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
        functions[k].levels(left, i, right, rights, count, levels);
    }

    private static LevelFunction function(Joint joint, Parameters parameters, Comparison comparison, NameLevels names) {
        int column = joint.model.column(comparison.columns().get(0));
        Column.Kind kind = joint.model.columns().get(column).kind();
        int[] slots = comparison.columns().stream()
                .mapToInt(name -> joint.layout.slot(joint.model.column(name)))
                .toArray();
        int s = slots[0];
        int whole = s + (kind == Column.Kind.PERSON_NAME ? Layout.NAME : 0);
        return switch (comparison.kind()) {
            case LEVELS -> listed(joint, parameters, comparison, column);
            case CODE ->
                kind == Column.Kind.NUMBER ? new LevelFunction.NumberEquality(s) : new LevelFunction.Equality(s);
            case NUMBER -> new OneNumber(s);
            case NUMBERS -> (left, i, right, j) -> numbers(joint.values, left[i + s], right[j + s]);
            case DATE -> new WholeDate(s);
            case SURNAME ->
                (left, i, right, j) ->
                        names.surname(left[i + s], right[j + s], left[i + s + Layout.NAME], right[j + s + Layout.NAME]);
            case MIDDLE_NAME -> (left, i, right, j) -> names.middle(left, i + s, right, j + s);
            case GIVEN_NAME -> (left, i, right, j) -> names.given(left, i + s, right, j + s);
            case WHOLE_NAME -> (left, i, right, j) -> names.whole(left[i + whole], right[j + whole]);
            case OTHER_NAME -> new OtherName(joint.names, s, slots[1]);
            case PLACE -> new Place(slots, joint.householdsComparable);
            case PLACE_NAME -> new PlaceName(joint.texts[column], s);
        };
    }

    /** Of two sets, the closest two numbers count. */
    private static int numbers(Dictionaries values, int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        int best = 3;
        for (long x : values.set(a)) {
            for (long y : values.set(b)) {
                best = Math.min(best, Numbers.level(x, y));
            }
        }
        return best;
    }

    private static LevelFunction listed(Joint joint, Parameters parameters, Comparison comparison, int column) {
        Column of = joint.model.columns().get(column);
        ListedTests tests = new ListedTests(comparison, of);
        int slot = joint.layout.slot(column);
        return switch (of.kind()) {
            case NUMBER, NUMBERS ->
                tests.isEquality() && of.kind() == Column.Kind.NUMBER
                        ? new LevelFunction.NumberEquality(slot)
                        : new NumberTests(tests, joint.values, of.kind() == Column.Kind.NUMBERS, slot);
            case DATE -> tests.isEquality() ? new LevelFunction.Equality(slot) : new DateTests(tests, slot);
            case QUANTITY -> new QuantityTests(tests, slot);
            case PERSON_NAME -> new LevelFunction.Equality(slot + Layout.NAME);
            case WHOLE_NAME, FINGERPRINT -> new LevelFunction.Equality(slot);
            case TEXT, FREE_TEXT, ADDRESS, SET, CODE, SEX, RELATION, HOUSEHOLD ->
                tests.isEquality() ? new LevelFunction.Equality(slot) : new TextTests(tests, joint, parameters, column);
        };
    }

    private static final class OneNumber implements LevelFunction {
        private final int slot;

        OneNumber(int slot) {
            this.slot = slot;
        }

        @Override
        public int level(int[] left, int i, int[] right, int j) {
            long a = Joint.number(left, i + slot);
            long b = Joint.number(right, j + slot);
            return a == 0 || b == 0 ? 0 : Numbers.level(a, b);
        }

        @Override
        public void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
            long a = Joint.number(left, i + slot);
            for (int n = 0; n < count; n++) {
                long b = Joint.number(right, rights[n] + slot);
                levels[n] = (byte) (a == 0 || b == 0 ? 0 : Numbers.level(a, b));
            }
        }
    }

    private static final class WholeDate implements LevelFunction {
        private final int slot;

        WholeDate(int slot) {
            this.slot = slot;
        }

        @Override
        public int level(int[] left, int i, int[] right, int j) {
            int a = left[i + slot];
            int b = right[j + slot];
            return a == 0 || b == 0 ? 0 : Dates.level(a, b);
        }

        @Override
        public void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
            int a = left[i + slot];
            for (int n = 0; n < count; n++) {
                int b = right[rights[n] + slot];
                levels[n] = (byte) (a == 0 || b == 0 ? 0 : Dates.level(a, b));
            }
        }
    }

    private static final class OtherName implements LevelFunction {
        private final Names names;
        private final int slot;
        private final int otherSlot;

        OtherName(Names names, int slot, int otherSlot) {
            this.names = names;
            this.slot = slot + Layout.NAME;
            this.otherSlot = otherSlot;
        }

        @Override
        public int level(int[] left, int i, int[] right, int j) {
            return otherName(left[i + slot], left[i + otherSlot], right[j + slot], right[j + otherSlot]);
        }

        private int otherName(int nameA, int otherA, int nameB, int otherB) {
            if (nameA == 0 || nameB == 0 || (otherA | otherB) == 0) {
                return 0;
            }
            int a = names.folded(nameA);
            int b = names.folded(nameB);
            if (a != b && (names.folded(otherA) == b || names.folded(otherB) == a)) {
                return 2;
            }
            boolean telling = otherA != nameA && otherB != nameB;
            return telling && otherA != 0 && otherA == otherB ? 1 : 0;
        }
    }

    private static final class Place implements LevelFunction {
        private final int commune;
        private final int group;
        private final int household;
        private final boolean householdsComparable;

        Place(int[] slots, boolean householdsComparable) {
            this.commune = slots[0];
            this.group = slots[1];
            this.household = slots[2];
            this.householdsComparable = householdsComparable;
        }

        @Override
        public int level(int[] left, int i, int[] right, int j) {
            int householdA = householdsComparable ? left[i + household] : 0;
            int householdB = householdsComparable ? right[j + household] : 0;
            boolean households = householdA != 0 && householdB != 0;
            if (households && householdA == householdB) {
                return SAME_HOUSEHOLD;
            }
            int communes = LevelFunction.Equality.of(left[i + commune], right[j + commune]);
            if (communes == 0) {
                return households ? OTHER_HOUSEHOLD : 0;
            }
            if (communes == 2) {
                return OTHER_COMMUNE;
            }
            if (LevelFunction.Equality.of(left[i + group], right[j + group]) == 1) {
                return households ? OTHER_HOUSEHOLD_IN_GROUP : SAME_GROUP;
            }
            return SAME_COMMUNE;
        }
    }

    private static final class PlaceName implements LevelFunction {
        private static final double CLOSE = .92;
        /** Words that every place has; one side writes them, the other does not. */
        private static final Set<String> PLACE_WORDS = Set.copyOf(List.of(
                "tinh", "thanh", "pho", "tp", "quan", "huyen", "thi", "xa", "tx", "phuong", "tran", "tt", "thon", "ban",
                "to", "xom"));

        private final Texts texts;
        private final int slot;
        private final PairCache cache = new PairCache();

        PlaceName(Texts texts, int slot) {
            this.texts = texts;
            this.slot = slot;
        }

        @Override
        public int level(int[] left, int i, int[] right, int j) {
            int a = left[i + slot];
            int b = right[j + slot];
            if (a == 0 || b == 0) {
                return 0;
            }
            if (a == b || texts.folded(a) == texts.folded(b)) {
                return 1;
            }
            int level = cache.find(a, b);
            if (level == 0) {
                level = isClose(texts.foldedText(a), texts.foldedText(b)) ? 2 : 3;
                cache.put(a, b, level);
            }
            return level;
        }

        private static boolean isClose(String a, String b) {
            Set<String> wordsA = telling(a);
            Set<String> wordsB = telling(b);
            boolean holds = !wordsA.isEmpty()
                    && !wordsB.isEmpty()
                    && (wordsA.containsAll(wordsB) || wordsB.containsAll(wordsA));
            return holds || Similarity.jaroWinkler(a, b) >= CLOSE;
        }

        private static Set<String> telling(String text) {
            Set<String> words = new HashSet<>(Arrays.asList(text.split(" ")));
            words.removeAll(PLACE_WORDS);
            return words;
        }
    }
}
