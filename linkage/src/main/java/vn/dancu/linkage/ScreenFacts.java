package vn.dancu.linkage;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Up to four values of every row in one long, sixteen bits of a hash each (0: not known): where two differ, the values differ
 * for certain. Says what two rows can weigh at most, given which of them differ and what their two numbers are to each other.
 */
final class ScreenFacts {

    static final int FAR = 0;
    static final int UNKNOWN = 1;
    static final int NEAR = 2;

    private static final int STATES = 3;
    private static final int MOST_FACTS = 4;
    private static final int BITS = 16;
    private static final long LOW = 0x7fff_7fff_7fff_7fffL;
    private static final long HIGH = ~LOW;
    /** Brings the four high bits together at the top. */
    private static final long TOGETHER = 1L << 45 | 1L << 30 | 1L << 15 | 1L;

    /** By fact: where its cell lies in a row, and its dictionary where it is a text. */
    private final int[] slots;

    private final @Nullable Texts[] texts;
    /** By the states of the two numbers and the facts that differ. */
    private final boolean[] mayReach = new boolean[STATES * STATES << MOST_FACTS];

    /** @param k the comparison of the first number, {@code other} of the second; may be the same */
    ScreenFacts(Weights weights, int k, int other, double bound) {
        Joint joint = weights.joint;
        int[] facts = IntStream.range(0, weights.best.length)
                .filter(f -> f != k && f != other && loss(weights, f) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(f -> -loss(weights, f)))
                .limit(MOST_FACTS)
                .mapToInt(Integer::intValue)
                .toArray();
        slots = new int[facts.length];
        texts = new Texts[facts.length];
        for (int f = 0; f < facts.length; f++) {
            int column = Screen.column(joint, facts[f]);
            slots[f] = joint.layout.slot(column);
            texts[f] = isText(joint.model.columns().get(column).kind()) ? joint.texts[column] : null;
        }
        double rest = weights.prior + weights.mostFrom[0] + Screen.ROUNDING - weights.best[k];
        rest -= other == k ? 0 : weights.best[other];
        for (int n = 0; n < mayReach.length; n++) {
            double most = rest + weight(weights, k, (n >>> MOST_FACTS) / STATES);
            most += other == k ? 0 : weight(weights, other, (n >>> MOST_FACTS) % STATES);
            for (int f = 0; f < facts.length; f++) {
                most -= (n >>> f & 1) == 0 ? 0 : loss(weights, facts[f]);
            }
            mayReach[n] = most >= bound;
        }
    }

    private static double weight(Weights weights, int k, int state) {
        double[] levels = weights.random[k];
        return state == UNKNOWN ? 0 : state == NEAR ? weights.best[k] : levels[levels.length - 1];
    }

    /** What a pair loses at least, of the most it can weigh, when two known values differ; 0 where that is not to be told. */
    private static double loss(Weights weights, int k) {
        Joint joint = weights.joint;
        Comparison comparison = joint.model.comparisons().get(k);
        Column column = joint.model.columns().get(Screen.column(joint, k));
        if (weights.best[k] <= 0 || (!isText(column.kind()) && column.kind() != Column.Kind.DATE)) {
            return 0;
        }
        int first = switch (comparison.kind()) {
            case CODE -> 2;
            case DATE -> Dates.SAME_MONTH;
            case LEVELS -> firstOfUnequal(new ListedTests(comparison, column), column.kind());
            case NUMBER, NUMBERS, SURNAME, MIDDLE_NAME, GIVEN_NAME, WHOLE_NAME, OTHER_NAME, PLACE, PLACE_NAME -> 0;
        };
        if (first == 0) {
            return 0;
        }
        double most = 0;
        for (int v = first; v <= comparison.levels().size(); v++) {
            most = v == first ? weights.best(k, v) : Math.max(most, weights.best(k, v));
        }
        return weights.best[k] - most;
    }

    /** The strictest level that two values can have that differ without marks; 0 where that is not to be told. */
    private static int firstOfUnequal(ListedTests tests, Column.Kind kind) {
        if (tests.has(Measure.SWAPPED)) {
            return 0;
        }
        int first = tests.last;
        for (int t = 0; t < tests.tests.length; t++) {
            boolean never = tests.measures[t] == Measure.EXACT || (isText(kind) && tests.measures[t] == Measure.FOLDED);
            first = never ? first : Math.min(first, tests.levels[t]);
        }
        return first;
    }

    private static boolean isText(Column.Kind kind) {
        return switch (kind) {
            case CODE, SEX, RELATION, HOUSEHOLD, TEXT, FREE_TEXT, ADDRESS, SET -> true;
            case DATE, PERSON_NAME, WHOLE_NAME, NUMBER, NUMBERS, QUANTITY, FINGERPRINT -> false;
        };
    }

    /** Of a row, which begins at a place. */
    long of(int[] cells, int at) {
        long all = 0;
        for (int f = 0; f < slots.length; f++) {
            int cell = cells[at + slots[f]];
            Texts of = texts[f];
            int value = of == null ? cell : of.folded(cell);
            long hash = cell == 0 ? 0 : 1 + (value * 0x9E3779B9 >>> BITS + 1);
            all |= hash << BITS * f;
        }
        return all;
    }

    boolean mayReach(int state, int otherState, long own, long other) {
        long differ = known(own ^ other) & known(own) & known(other);
        int facts = (int) ((differ >>> BITS - 1) * TOGETHER >>> 45) & 15;
        return mayReach[(state * STATES + otherState) << MOST_FACTS | facts];
    }

    /** The highest bit of every sixteen that are not 0. */
    private static long known(long facts) {
        return ((facts & LOW) + LOW | facts) & HIGH;
    }
}
