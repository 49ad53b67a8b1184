package vn.dancu.linkage;

/** Listed tests of a column of quantities. */
final class QuantityTests implements LevelFunction {

    private final ListedTests tests;
    private final int slot;

    QuantityTests(ListedTests tests, int slot) {
        this.tests = tests;
        this.slot = slot;
    }

    @Override
    public int level(int[] left, int i, int[] right, int j) {
        int a = left[i + slot];
        int b = right[j + slot];
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? tests.equal : ofDifferent(Float.intBitsToFloat(a), Float.intBitsToFloat(b));
    }

    private int ofDifferent(double a, double b) {
        for (int t = 0; t < tests.levels.length; t++) {
            if (holds(tests.measures[t], tests.bounds[t], a, b)) {
                return tests.levels[t];
            }
        }
        return tests.last;
    }

    private static boolean holds(Measure measure, double bound, double a, double b) {
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return switch (measure) {
            // A quantity is kept with 24 bits: the bound gives way by what that loses.
            case DIFFERENCE -> Math.abs(a - b) <= bound + Math.ulp((float) larger);
            case RATIO -> a * b > 0 && Math.min(Math.abs(a), Math.abs(b)) >= bound * larger;
            default -> false;
        };
    }
}
