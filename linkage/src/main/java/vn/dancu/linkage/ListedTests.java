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
    /** Of two equal values; ASK where that depends on the value: "an" has no four first letters. */
    final int equal;

    static final int ASK = 0;

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
        equal = levelOfEquals(column.kind());
    }

    private int levelOfEquals(Column.Kind kind) {
        for (int t = 0; t < tests.length; t++) {
            switch (measures[t]) {
                case SWAPPED -> {}
                case SOUNDEX, PREFIX, COMMON, MONTH, DAYS, DAY_AND_MONTH, DAY_MONTH_SWAPPED, LESS_KNOWN -> {
                    return ASK;
                }
                case DIGITS -> {
                    // Of a date that is known to the day only.
                    return kind == Column.Kind.DATE ? ASK : levels[t];
                }
                case EXACT,
                        FOLDED,
                        JARO_WINKLER,
                        JARO,
                        LEVENSHTEIN,
                        DAMERAU,
                        INITIALS,
                        CONTAINS,
                        COSINE,
                        JACCARD,
                        SOFT_COSINE,
                        BIGRAMS,
                        DIFFERENCE,
                        RATIO,
                        YEAR -> {
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
