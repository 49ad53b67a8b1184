package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The keys that a blocking rule gives a row: pairs that share one are looked at. Blocks that would give too many pairs are
 * split by the rule's refinements, or left out. Keys are 64-bit hashes. Once {@link #split} is done, threads only read.
 */
final class RuleKeys {

    /** Keys one row may have under one rule; more are left aside. */
    private static final int MOST_KEYS = 256;

    private static final long[] NONE = {};

    final BlockingRule rule;
    private final Joint joint;
    /** By part: its columns, any of which may agree with any. */
    private final RulePart[][] parts;

    private final RulePart[] refinements;
    private final boolean simple;
    final boolean usable;
    /** By refinement: hash slots whose block is split by it (the last: left out). */
    private final List<BitSet> split = new ArrayList<>();

    private int mask;

    RuleKeys(Joint joint, BlockingRule rule) {
        this.joint = joint;
        this.rule = rule;
        this.usable = isUsable();
        parts = new RulePart[usable ? rule.parts().size() : 0][];
        boolean single = true;
        for (int p = 0; p < parts.length; p++) {
            BlockingRule.Part part = rule.parts().get(p);
            parts[p] = part.columns().stream()
                    .map(name -> new RulePart(joint, name, part))
                    .toArray(RulePart[]::new);
            single &= parts[p].length == 1 && !parts[p][0].isMany();
        }
        simple = single;
        refinements = usable
                ? rule.refinements().stream()
                        .map(part -> new RulePart(joint, part.columns().get(0), part))
                        .toArray(RulePart[]::new)
                : new RulePart[0];
    }

    private boolean isUsable() {
        for (BlockingRule.Part part : rule.parts()) {
            boolean any = false;
            for (String name : part.columns()) {
                int column = joint.model.column(name);
                boolean household = joint.model.columns().get(column).kind() == Column.Kind.HOUSEHOLD;
                any |= (joint.comparable[column] || part.columns().size() > 1)
                        && (!household || joint.householdsComparable);
            }
            if (!any) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rule makes the pairs agree in a column. */
    boolean uses(int column) {
        return Arrays.stream(parts).anyMatch(part -> part.length == 1 && part[0].column() == column);
    }

    /** How many keys a row (which begins at the given cell) has; they are put into the buffer, which holds MOST_KEYS. */
    int keys(int[] cells, int row, long[] buffer) {
        if (!usable) {
            return 0;
        }
        if (simple) {
            long key = refined(cells, row, simpleKey(cells, row));
            buffer[0] = key;
            return key == 0 ? 0 : 1;
        }
        int count = 1;
        buffer[0] = SEED;
        for (RulePart[] part : parts) {
            count = times(part, cells, row, buffer, count);
        }
        int kept = 0;
        for (int n = 0; n < count; n++) {
            long key = refined(cells, row, buffer[n]);
            if (key != 0) {
                buffer[kept++] = key;
            }
        }
        return kept;
    }

    static long[] buffer() {
        return new long[MOST_KEYS];
    }

    private static final long SEED = 0x2545F4914F6CDD1DL;

    private long simpleKey(int[] cells, int row) {
        long key = SEED;
        for (RulePart[] part : parts) {
            long value = part[0].key(cells, row);
            if (value == 0) {
                return 0;
            }
            key = LongCodes.mix(key * 31 + value);
        }
        return key;
    }

    private static int times(RulePart[] part, int[] cells, int row, long[] buffer, int count) {
        long[] values = NONE;
        for (RulePart column : part) {
            long[] more;
            if (column.isMany()) {
                more = column.keys(cells, row);
            } else {
                long key = column.key(cells, row);
                more = key == 0 ? NONE : new long[] {key};
            }
            if (values.length == 0) {
                values = more;
            } else {
                for (long key : more) {
                    if (Arrays.stream(values).noneMatch(other -> other == key)) {
                        values = Arrays.copyOf(values, values.length + 1);
                        values[values.length - 1] = key;
                    }
                }
            }
        }
        int all = Math.min(MOST_KEYS, count * values.length);
        long[] before = Arrays.copyOf(buffer, count);
        for (int n = 0; n < all; n++) {
            buffer[n] = LongCodes.mix(before[n / values.length] * 31 + values[n % values.length]);
        }
        return all;
    }

    /** The place of a key in a table of blocks. */
    static int slot(long key, int mask) {
        return (int) (key >>> 32) & mask;
    }

    /** The key after the splits so far; 0 where its block is left out. */
    private long refined(int[] cells, int row, long base) {
        long key = base;
        for (int d = 0; d < split.size() && key != 0; d++) {
            if (!split.get(d).get(slot(key, mask))) {
                return key;
            }
            if (d >= refinements.length) {
                return 0;
            }
            // Rows that lack the refinement stay together.
            key = LongCodes.mix(key * 31 + refinements[d].key(cells, row));
        }
        return key;
    }

    /** Marks blocks as too large: from now on they are split by the next refinement, or left out where there is none. */
    void split(BitSet slots, int slotMask) {
        mask = slotMask;
        split.add(slots);
    }

    /** By split so far: the slots that it concerns. */
    List<BitSet> splits() {
        return split;
    }

    boolean canSplit() {
        return split.size() < refinements.length;
    }

    /** Whether the rule gives the pair. */
    boolean gives(int[] left, int i, int[] right, int j, long[] buffer, long[] otherBuffer) {
        int count = keys(left, i, buffer);
        if (count == 0) {
            return false;
        }
        int others = keys(right, j, otherBuffer);
        for (int n = 0; n < count; n++) {
            for (int m = 0; m < others; m++) {
                if (buffer[n] == otherBuffer[m]) {
                    return true;
                }
            }
        }
        return false;
    }
}
