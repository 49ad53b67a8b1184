package vn.dancu.linkage;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Two files that speak one code: the right one's dictionaries are merged into a copy of the left one's, distinct value by
 * distinct value, and its rows are rewritten. For one file compared with itself, left and right are the same rows.
 */
final class Joint {

    final Model model;
    final Layout layout;
    final Rows left;
    final Rows right;
    final int leftSize;
    final int rightSize;
    final Dictionaries values;
    final Names names;
    final Texts[] texts;
    final ColumnWords words;
    /** Whether both sides hold any value of the column. */
    final boolean[] comparable;
    /** Whether the household keys of the two files are of one kind at all; an envelope's number is not a book's. */
    final boolean householdsComparable;

    private final int householdSlot;

    /** What holds of two whole files, where only a part of them is at hand. */
    record Facts(boolean[] comparable, boolean householdsComparable) {}

    Joint(Records left, Records right) {
        this(left, right, null, Workers.ONE);
    }

    Joint(Records left, Records right, Workers workers) {
        this(left, right, null, workers);
    }

    /** A file that records will be added to: every column counts, also one that holds nothing yet. */
    static Joint growing(Records records) {
        boolean[] all = new boolean[records.model.columns().size()];
        Arrays.fill(all, true);
        return new Joint(records, records, new Facts(all, true), Workers.ONE);
    }

    /** A part of two files, of whom it is known what can be compared. */
    static Joint part(Records left, Records right, Facts facts) {
        return new Joint(left, right, facts, Workers.ONE);
    }

    private Joint(Records left, Records right, @Nullable Facts facts, Workers workers) {
        if (!left.model.equals(right.model)) {
            throw new IllegalArgumentException("both files must be read with one model");
        }
        model = left.model;
        layout = left.layout;
        this.left = left.rows;
        leftSize = left.size();
        rightSize = right.size();
        values = left == right ? left.values : left.values.copy();
        this.right = left == right ? left.rows : values.rewritten(model, layout, right.values, right, workers);
        names = values.names;
        texts = values.texts;
        words = new ColumnWords(this);
        householdSlot = model.householdColumn() < 0 ? -1 : layout.slot(model.householdColumn());
        comparable = facts == null ? comparableColumns() : facts.comparable();
        householdsComparable = facts == null ? left == right || householdsMeet() : facts.householdsComparable();
    }

    /** Whether households are known, so that a pair may also be two of one household. */
    boolean kin() {
        return model.householdColumn() >= 0;
    }

    boolean within() {
        return left == right;
    }

    private boolean[] comparableColumns() {
        boolean[] both = new boolean[model.columns().size()];
        for (int c = 0; c < both.length; c++) {
            both[c] = holds(left, c) && (within() || holds(right, c));
        }
        return both;
    }

    private boolean holds(Rows rows, int column) {
        Column.Kind kind = model.columns().get(column).kind();
        int slot = layout.slot(column)
                + switch (kind) {
                    case PERSON_NAME -> Layout.NAME;
                    case NUMBER -> 1;
                    default -> 0;
                };
        return rows.holds(slot);
    }

    /** At least one row in fifty of the smaller side must find its household's key on the other side. */
    private boolean householdsMeet() {
        int column = model.householdColumn();
        if (column < 0 || !comparable[column]) {
            return false;
        }
        int slot = layout.slot(column);
        BitSet seen = new BitSet(texts[column].codes());
        for (int row = 0; row < leftSize; row++) {
            seen.set(left.cell(row, slot));
        }
        seen.clear(0);
        long known = 0;
        long met = 0;
        for (int row = 0; row < rightSize; row++) {
            int key = right.cell(row, slot);
            if (key != 0) {
                known++;
                met += seen.get(key) ? 1 : 0;
            }
        }
        return met * 50 >= Math.min(known, leftSize);
    }

    /** The household of a row of a side, or 0. */
    int household(Rows rows, int row) {
        return householdSlot < 0 ? 0 : rows.cell(row, householdSlot);
    }

    /** The household of a row that begins at a place, or 0. */
    int household(int[] cells, int at) {
        return householdSlot < 0 ? 0 : cells[at + householdSlot];
    }

    static long number(int[] cells, int at) {
        return (long) cells[at] << 32 | cells[at + 1] & 0xffff_ffffL;
    }
}
