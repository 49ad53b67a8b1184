package vn.dancu.linkage;

/** Listed tests of a column of numbers, or of sets of numbers: of two sets, the closest two numbers count. */
final class NumberTests extends LevelFunction {

    private final ListedTests tests;
    private final Dictionaries values;
    private final boolean sets;
    private final int slot;

    NumberTests(ListedTests tests, Dictionaries values, boolean sets, int slot) {
        this.tests = tests;
        this.values = values;
        this.sets = sets;
        this.slot = slot;
    }

    @Override
    int level(int[] left, int i, int[] right, int j) {
        if (sets) {
            return ofSets(left[i + slot], right[j + slot]);
        }
        long a = Joint.number(left, i + slot);
        long b = Joint.number(right, j + slot);
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? tests.equal : ofDifferent(a, b);
    }

    private int ofSets(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        int best = tests.last;
        for (long x : values.set(a)) {
            for (long y : values.set(b)) {
                best = Math.min(best, x == y ? tests.equal : ofDifferent(x, y));
            }
        }
        return best;
    }

    private int ofDifferent(long a, long b) {
        for (int t = 0; t < tests.levels.length; t++) {
            if (holds(tests.measures[t], (int) tests.bounds[t], a, b)) {
                return tests.levels[t];
            }
        }
        return tests.last;
    }

    private static boolean holds(Measure measure, int bound, long a, long b) {
        return switch (measure) {
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
