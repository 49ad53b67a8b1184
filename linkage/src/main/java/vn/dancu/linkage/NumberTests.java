package vn.dancu.linkage;

import java.util.List;

/** Listed tests of a column of numbers, or of sets of numbers: of two sets, the closest two numbers count. */
final class NumberTests implements LevelFunction {

    private final ListedTests tests;
    private final Dictionaries values;
    private final boolean sets;
    private final int slot;
    private final boolean digitsAlone;
    private final int digits;
    private final int digitsLevel;

    NumberTests(ListedTests tests, Dictionaries values, boolean sets, int slot) {
        this.tests = tests;
        this.values = values;
        this.sets = sets;
        this.slot = slot;
        int place = List.of(tests.measures).indexOf(Measure.DIGITS);
        this.digitsAlone = place >= 0 && tests.tests.length == 2 && tests.has(Measure.EXACT);
        this.digits = place < 0 ? 0 : (int) tests.bounds[place];
        this.digitsLevel = place < 0 ? 0 : tests.levels[place];
    }

    /** How many places of two numbers may differ that are not of the last level; below 0 where that is not to be told so. */
    static int placesThatDiffer(ListedTests tests) {
        int most = 0;
        for (int t = 0; t < tests.tests.length; t++) {
            switch (tests.measures[t]) {
                case EXACT -> {}
                // Two neighbours that are swapped differ in two places.
                case DIGITS -> most = Math.max(most, 2 * (int) tests.bounds[t]);
                default -> {
                    return -1;
                }
            }
        }
        return most;
    }

    @Override
    public int level(int[] left, int i, int[] right, int j) {
        if (sets) {
            return ofSets(left[i + slot], right[j + slot]);
        }
        long a = Joint.number(left, i + slot);
        long b = Joint.number(right, j + slot);
        if (a == 0 || b == 0) {
            return 0;
        }
        return ofNumbers(a, b);
    }

    @Override
    public void levels(int[] left, int i, int[] right, int[] rights, int count, byte[] levels) {
        if (sets) {
            LevelFunction.super.levels(left, i, right, rights, count, levels);
            return;
        }
        long a = Joint.number(left, i + slot);
        for (int n = 0; n < count; n++) {
            long b = Joint.number(right, rights[n] + slot);
            levels[n] = (byte) (a == 0 || b == 0 ? 0 : digitsAlone ? ofDigits(a, b) : ofNumbers(a, b));
        }
    }

    /** The usual case, one test of digits beside equality, without a look at the list. */
    private int ofDigits(long a, long b) {
        return a == b ? tests.equal : Numbers.differ(a, b, digits) ? digitsLevel : tests.last;
    }

    private int ofSets(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        int best = tests.last;
        for (long x : values.set(a)) {
            for (long y : values.set(b)) {
                best = Math.min(best, ofNumbers(x, y));
            }
        }
        return best;
    }

    private int ofNumbers(long a, long b) {
        if (a == b && tests.equal != ListedTests.ASK) {
            return tests.equal;
        }
        for (int t = 0; t < tests.levels.length; t++) {
            if (holds(tests.measures[t], (int) tests.bounds[t], a, b)) {
                return tests.levels[t];
            }
        }
        return tests.last;
    }

    private static boolean holds(Measure measure, int bound, long a, long b) {
        return switch (measure) {
            case EXACT -> a == b;
            case DIGITS -> Numbers.differ(a, b, bound);
            case LEVENSHTEIN -> Similarity.within(Numbers.text(a), Numbers.text(b), bound, false);
            case DAMERAU -> Similarity.within(Numbers.text(a), Numbers.text(b), bound, true);
            case PREFIX -> {
                String digits = Numbers.text(a);
                yield digits.length() >= bound && digits.regionMatches(0, Numbers.text(b), 0, bound);
            }
            default -> false;
        };
    }
}
