package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;

/** The listed tests of a comparison, in order, with the level that each stands for. */
final class ListedTests {

    final Measure[] measures;
    final double[] bounds;
    final int[] levels;
    final Test[] tests;
    /** Where no test is fulfilled. */
    final int last;
    /** Of two equal values. */
    final int equal;

    ListedTests(Comparison comparison, Column column) {
        List<Test> all = new ArrayList<>();
        List<Integer> levelOf = new ArrayList<>();
        last = comparison.levels().size();
        for (int v = 1; v < last; v++) {
            for (Test test : comparison.levels().get(v - 1).tests()) {
                if (!test.measure().fits(column.kind())) {
                    throw new IllegalArgumentException(comparison.name() + ": " + test
                            + " does not fit a column of kind " + column.kind().written());
                }
                all.add(test);
                levelOf.add(v);
            }
        }
        tests = all.toArray(Test[]::new);
        measures = all.stream().map(Test::measure).toArray(Measure[]::new);
        bounds = all.stream().mapToDouble(Test::bound).toArray();
        levels = levelOf.stream().mapToInt(Integer::intValue).toArray();
        equal = levelOfEquals();
    }

    private int levelOfEquals() {
        for (int t = 0; t < tests.length; t++) {
            switch (measures[t]) {
                case SWAPPED, DAY_MONTH_SWAPPED, LESS_KNOWN -> {}
                default -> {
                    return levels[t];
                }
            }
        }
        return last;
    }

    boolean has(Measure measure) {
        return List.of(measures).contains(measure);
    }

    /** Whether equal values are one level and all others the other. */
    boolean isEquality() {
        return last == 2 && tests.length == 1 && measures[0] == Measure.EXACT;
    }
}
