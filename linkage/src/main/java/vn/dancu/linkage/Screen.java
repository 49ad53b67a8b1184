package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells at a glance that two rows cannot reach a bound, because two numbers of theirs differ and all else together does not
 * weigh enough. It never leaves a pair that could reach it: what passes is weighed in full. Shared by the threads.
 */
final class Screen {

    /** So that rounding leaves no pair out. */
    static final double ROUNDING = 1e-6;

    private static final long DIGITS = 0x1111_1111_1111_1111L;
    /** Of a number that is not known; no digits make it. */
    private static final long NONE = 0xffff_ffffL;

    private static final int ALL_DIGITS = Long.SIZE / 4;

    /**
     * By row, side by side because they are looked at together: the last eight digits of its two numbers (twice the same where
     * one is enough), the first in the upper half; and values that differ for certain, or may not.
     */
    final long[] left;

    final long[] right;
    /** Numbers with more places that differ are of the last level for certain. */
    private final int limit;

    private final int otherLimit;
    /**
     * By left row: a right one that it was kept with, or -1. Threads write at will: a pair that is missed here is found to be
     * known by its keys.
     */
    private final int[] partner;

    private Screen(Joint joint, Workers workers, Weights weights, int k, int other, double bound) {
        limit = limit(weights, k);
        otherLimit = limit(weights, other);
        int slot = joint.layout.slot(column(joint, k));
        int otherSlot = joint.layout.slot(column(joint, other));
        facts = new ScreenFacts(weights, k, other, bound);
        List<long[]> sides = workers.run(joint.within() ? 1 : 2, side -> {
            return looks(side == 0 ? joint.left : joint.right, slot, otherSlot);
        });
        left = sides.get(0);
        right = joint.within() ? left : sides.get(1);
        partner = new int[joint.leftSize];
        Arrays.fill(partner, -1);
    }

    private long[] looks(Rows rows, int slot, int otherSlot) {
        long[] looks = new long[Math.multiplyExact(2, rows.size)];
        int[] scratch = rows.scratch();
        for (int row = 0; row < rows.size; row++) {
            int[] cells = rows.cells(row, scratch);
            int at = rows.at(row);
            looks[2 * row] = digits(cells, at + slot) << Integer.SIZE | digits(cells, at + otherSlot);
            looks[2 * row + 1] = facts.of(cells, at);
        }
        return looks;
    }

    private static long digits(int[] cells, int at) {
        return (cells[at] | cells[at + 1]) == 0 ? NONE : cells[at + 1] & NONE;
    }

    /** Whether a pair can reach the bound, by what its digits and the rest of its values are to each other. */
    private final ScreenFacts facts;

    /** Null where no two numbers settle anything. */
    static @Nullable Screen of(Joint joint, Workers workers, Weights weights, double bound) {
        int[] strongest = IntStream.range(0, weights.best.length)
                .filter(k -> limit(weights, k) >= 0)
                .boxed()
                .sorted((a, b) -> Double.compare(loss(weights, b), loss(weights, a)))
                .limit(2)
                .mapToInt(Integer::intValue)
                .toArray();
        if (strongest.length == 0) {
            return null;
        }
        double most = weights.prior + weights.mostFrom[0] + ROUNDING - loss(weights, strongest[0]);
        if (most < bound) {
            return new Screen(joint, workers, weights, strongest[0], strongest[0], bound);
        }
        return strongest.length == 2 && most - loss(weights, strongest[1]) < bound
                ? new Screen(joint, workers, weights, strongest[0], strongest[1], bound)
                : null;
    }

    /** What a pair loses, of the most it can weigh, when the number differs. */
    private static double loss(Weights weights, int k) {
        return weights.best[k] - weights.random[k][weights.random[k].length - 1];
    }

    static int column(Joint joint, int k) {
        return joint.model.column(joint.model.comparisons().get(k).columns().get(0));
    }

    /** How many places may differ in a pair that is not of the last level; below 0 where that is not to be told so. */
    private static int limit(Weights weights, int k) {
        Joint joint = weights.joint;
        Comparison comparison = joint.model.comparisons().get(k);
        Column column = joint.model.columns().get(column(joint, k));
        int last = comparison.levels().size();
        if (column.kind() != Column.Kind.NUMBER || weights.termLevels[k][last] != 0 || weights.best[k] == 0) {
            return -1;
        }
        return switch (comparison.kind()) {
            case CODE -> 0;
            case NUMBER -> 2;
            case LEVELS -> NumberTests.placesThatDiffer(new ListedTests(comparison, column));
            case NUMBERS, DATE, SURNAME, MIDDLE_NAME, GIVEN_NAME, WHOLE_NAME, OTHER_NAME, PLACE, PLACE_NAME -> -1;
        };
    }

    /**
     * Finds those of a run of entries that a left one must be weighed with.
     *
     * @param entry the left one, {@code own} its digits; others must have its tag
     * @param digits by place those of the other entries
     * @param after only rows behind this one count
     * @param found takes the places of those found, from {@code next} on; must have room for the whole run
     * @return how many entries had the tag, and (in the lower half) where those found end
     */
    long passing(
            long entry, long own, long[] entries, long[] digits, int from, int to, int after, int[] found, int next) {
        // What is not known does not differ.
        int most = own >>> Integer.SIZE == NONE ? ALL_DIGITS : limit;
        int otherMost = (own & NONE) == NONE ? ALL_DIGITS : otherLimit;
        long seen = 0;
        int end = next;
        for (int e = from; e < to; e++) {
            long other = entries[e];
            long others = digits[e];
            long differing = own ^ others;
            long places = (differing | differing >>> 1 | differing >>> 2 | differing >>> 3) & DIGITS;
            // Below 0 where both are known and too many places differ.
            long far = most - Long.bitCount(places >>> Integer.SIZE) & (others >>> Integer.SIZE) - NONE;
            long otherFar = otherMost - Long.bitCount(places & NONE) & (others & NONE) - NONE;
            int counts = (entry ^ other) >>> Integer.SIZE == 0 && RuleEntries.row(other) > after ? 1 : 0;
            int stays = (int) ~((far & otherFar) >> Long.SIZE - 1) & counts;
            seen += counts;
            found[end] = e;
            end += stays;
        }
        return seen << Integer.SIZE | end;
    }

    /** Of the places found from a first one on, keeps those whose other values may still lift them; answers where they end. */
    int lifted(long own, long ownFacts, long[] digits, long[] factsOf, int[] found, int first, int last) {
        // 1 where the left row's number is known: else nothing is told by it. No branch, because it would be guessed
        // wrongly.
        long ownKnown = (own >>> Integer.SIZE) - NONE >>> Long.SIZE - 1;
        long ownOtherKnown = (own & NONE) - NONE >>> Long.SIZE - 1;
        int end = first;
        for (int n = first; n < last; n++) {
            int e = found[n];
            long others = digits[e];
            long differing = own ^ others;
            long places = (differing | differing >>> 1 | differing >>> 2 | differing >>> 3) & DIGITS;
            long known = (others >>> Integer.SIZE) - NONE >>> Long.SIZE - 1 & ownKnown;
            long otherKnown = (others & NONE) - NONE >>> Long.SIZE - 1 & ownOtherKnown;
            found[end] = e;
            end += facts.mayReach(
                            state(known, limit - Long.bitCount(places >>> Integer.SIZE)),
                            state(otherKnown, otherLimit - Long.bitCount(places & NONE)),
                            ownFacts,
                            factsOf[e])
                    ? 1
                    : 0;
        }
        return end;
    }

    /** FAR, UNKNOWN or NEAR, which are 0, 1 and 2. */
    private static int state(long known, int placesLeft) {
        return ScreenFacts.UNKNOWN + (int) known * (1 + 2 * (placesLeft >> Integer.SIZE - 1));
    }

    /** Whether a pair has been kept already, as far as that is remembered. */
    boolean isKept(int i, int j) {
        return partner[i] == j;
    }

    void kept(int i, int j) {
        partner[i] = j;
    }
}
