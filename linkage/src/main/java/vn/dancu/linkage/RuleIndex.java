package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The right rows of a blocking rule in the order of its key (a counting sort on the key's hash). Blocks that would give too
 * many pairs are split by the rule's refinements before any pair is made, or refused.
 */
final class RuleIndex {

    /** Pairs a rule may give for each row of both files, on average; above it, its largest blocks are split. */
    private static final long PAIRS_PER_ROW = 30;

    private static final long LARGEST_BLOCK = 1_000_000;
    private static final long SMALLEST_LIMIT = 2_000;

    private final Joint joint;
    private final BlockingRule rule;
    private final int parts;
    private final int[] slots;
    private final BlockingRule.Aspect[] aspects;
    private final Column.Kind[] kinds;
    private final boolean member;
    private final int mask;
    /** By refinement: hash slots whose block is split by it (the last: refused). */
    private final List<BitSet> split = new ArrayList<>();

    private final int[] offsets;
    private final int[] rows;
    private final int[] tags;
    long pairs;
    long refused;

    RuleIndex(Joint joint, BlockingRule rule) {
        this.joint = joint;
        this.rule = rule;
        this.parts = rule.parts().size();
        int all = parts + rule.refinements().size();
        slots = new int[all];
        aspects = new BlockingRule.Aspect[all];
        kinds = new Column.Kind[all];
        for (int p = 0; p < all; p++) {
            BlockingRule.Part part =
                    p < parts ? rule.parts().get(p) : rule.refinements().get(p - parts);
            int column = joint.model.column(part.columns().get(0));
            slots[p] = joint.layout.slot(column);
            aspects[p] = part.aspect();
            kinds[p] = joint.model.columns().get(column).kind();
        }
        member = aspects[0] == BlockingRule.Aspect.MEMBER;
        mask = Math.max(16, Integer.highestOneBit(Math.max(1, joint.rightSize)) * 2) - 1;
        offsets = new int[mask + 2];
        if (usable()) {
            splitLargeBlocks();
            int entries = countEntries();
            rows = new int[entries];
            tags = new int[entries];
            fill();
        } else {
            rows = new int[0];
            tags = new int[0];
        }
    }

    String name() {
        return rule.name();
    }

    private boolean usable() {
        for (BlockingRule.Part part : rule.parts()) {
            int column = joint.model.column(part.columns().get(0));
            boolean household = joint.model.columns().get(column).kind() == Column.Kind.HOUSEHOLD;
            if (!joint.comparable[column] || (household && !joint.householdsComparable)) {
                return false;
            }
        }
        return true;
    }

    /** The keys of a row, split as its blocks are; how many there are. */
    int keys(int[] cells, int row, long[] keys) {
        if (member) {
            long[] numbers = joint.sets[cells[row + slots[0]]];
            int count = 0;
            for (int n = 0; n < numbers.length && n < keys.length; n++) {
                long key = refined(cells, row, LongCodes.mix(numbers[n]), split.size());
                if (key != 0) {
                    keys[count++] = key;
                }
            }
            return count;
        }
        long key = refined(cells, row, base(cells, row), split.size());
        keys[0] = key;
        return key == 0 ? 0 : 1;
    }

    private long base(int[] cells, int row) {
        long key = 0;
        for (int p = 0; p < parts; p++) {
            long value = value(cells, row, p);
            if (value == 0) {
                return 0;
            }
            key = LongCodes.mix(key * 31 + value);
        }
        return key;
    }

    /** The key after the first so many splits; 0 where it is refused. */
    private long refined(int[] cells, int row, long base, int splits) {
        long key = base;
        for (int d = 0; d < splits && key != 0; d++) {
            if (!split.get(d).get((int) key & mask)) {
                return key;
            }
            if (parts + d >= slots.length) {
                return 0;
            }
            // Rows that lack the refinement stay together.
            key = LongCodes.mix(key * 31 + value(cells, row, parts + d));
        }
        return key;
    }

    private long value(int[] cells, int row, int p) {
        int at = row + slots[p];
        return switch (aspects[p]) {
            case VALUE ->
                kinds[p] == Column.Kind.NUMBER
                        ? joint.personalId(cells, at)
                        : kinds[p] == Column.Kind.PERSON_NAME ? cells[at + Layout.NAME] : cells[at];
            case SURNAME -> joint.names.parts.folded(cells[at]);
            case GIVEN_NAME -> joint.names.parts.folded(cells[at + Layout.GIVEN]);
            case FOLDED_NAME ->
                joint.names.folded(kinds[p] == Column.Kind.PERSON_NAME ? cells[at + Layout.NAME] : cells[at]);
            case YEAR -> Dates.year(cells[at]);
            case FULL_DATE -> Dates.full(cells[at]) && !Dates.defaultDay(cells[at]) ? cells[at] : 0;
            default -> 0;
        };
    }

    private void splitLargeBlocks() {
        long budget = PAIRS_PER_ROW * ((long) joint.leftSize + joint.rightSize) + LARGEST_BLOCK;
        for (int depth = 0; depth <= rule.refinements().size(); depth++) {
            int[] leftCounts = counts(joint.left, joint.leftSize, depth);
            int[] rightCounts = joint.left == joint.right ? leftCounts : counts(joint.right, joint.rightSize, depth);
            long limit = LARGEST_BLOCK;
            long kept = kept(leftCounts, rightCounts, limit);
            while (kept > budget && limit > SMALLEST_LIMIT) {
                limit /= 2;
                kept = kept(leftCounts, rightCounts, limit);
            }
            BitSet large = new BitSet();
            long left = 0;
            for (int slot = 0; slot <= mask; slot++) {
                long block = (long) leftCounts[slot] * rightCounts[slot];
                if (block > limit) {
                    large.set(slot);
                    left += block;
                }
            }
            pairs = kept;
            if (large.isEmpty()) {
                return;
            }
            refused = depth == rule.refinements().size() ? left : 0;
            split.add(large);
        }
    }

    private static long kept(int[] left, int[] right, long limit) {
        long sum = 0;
        for (int slot = 0; slot < left.length; slot++) {
            long block = (long) left[slot] * right[slot];
            sum += block <= limit ? block : 0;
        }
        return sum;
    }

    private int[] counts(int[] cells, int size, int splits) {
        int[] counts = new int[mask + 1];
        long[] keys = new long[16];
        for (int row = 0; row < size; row++) {
            int n = keys(cells, row * joint.layout.stride, keys);
            for (int k = 0; k < n; k++) {
                counts[(int) keys[k] & mask]++;
            }
        }
        return counts;
    }

    private int countEntries() {
        long[] keys = new long[16];
        for (int row = 0; row < joint.rightSize; row++) {
            int n = keys(joint.right, row * joint.layout.stride, keys);
            for (int k = 0; k < n; k++) {
                offsets[((int) keys[k] & mask) + 1]++;
            }
        }
        for (int slot = 0; slot <= mask; slot++) {
            offsets[slot + 1] += offsets[slot];
        }
        return offsets[mask + 1];
    }

    private void fill() {
        int[] next = offsets.clone();
        long[] keys = new long[16];
        for (int row = 0; row < joint.rightSize; row++) {
            int n = keys(joint.right, row * joint.layout.stride, keys);
            for (int k = 0; k < n; k++) {
                int at = next[(int) keys[k] & mask]++;
                rows[at] = row;
                tags[at] = tag(keys[k]);
            }
        }
    }

    /** What tells the keys of one hash slot apart. */
    static int tag(long key) {
        return (int) (key >>> 32);
    }

    int begin(long key) {
        return offsets[(int) key & mask];
    }

    int end(long key) {
        return offsets[((int) key & mask) + 1];
    }

    int tagAt(int entry) {
        return tags[entry];
    }

    int rowAt(int entry) {
        return rows[entry];
    }
}
