package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Two files that speak one code: the right one's dictionaries are merged into a copy of the left one's, distinct value by
 * distinct value, and its rows are rewritten. For one file compared with itself, left and right are the same rows.
 */
final class Joint {

    final Model model;
    final Layout layout;
    final int[] left;
    final int[] right;
    final int leftSize;
    final int rightSize;
    final Names names;
    final TextCodes[] texts;
    final long[][] sets;
    /** Whether both sides hold any value of the column. */
    final boolean[] comparable;
    /** Whether the household keys of the two files are of one kind at all; an envelope's number is not a book's. */
    final boolean householdsComparable;

    private final int householdSlot;

    Joint(Records left, Records right) {
        if (!left.model.equals(right.model)) {
            throw new IllegalArgumentException("both files must be read with one model");
        }
        model = left.model;
        layout = left.layout;
        this.left = left.cells;
        leftSize = left.size();
        rightSize = right.size();
        if (left == right) {
            names = left.names;
            texts = left.texts;
            sets = left.sets.toArray(new long[0][]);
            this.right = left.cells;
        } else {
            names = left.names.copy();
            texts = left.texts.clone();
            List<long[]> allSets = new ArrayList<>(left.sets);
            this.right = rewritten(left, right, allSets);
            sets = allSets.toArray(new long[0][]);
        }
        householdSlot = model.householdColumn() < 0 ? -1 : layout.slot(model.householdColumn());
        comparable = comparableColumns();
        householdsComparable = left == right || householdsMeet();
    }

    private int[] rewritten(Records left, Records right, List<long[]> allSets) {
        int[] cells = right.cells.clone();
        int[] parts = new int[right.names.parts.codes()];
        for (int code = 1; code < parts.length; code++) {
            parts[code] = names.parts.add(right.names.parts.text(code));
        }
        int[] wholes = new int[right.names.codes()];
        for (int code = 1; code < wholes.length; code++) {
            wholes[code] = names.add(
                    parts[right.names.surname(code)], parts[right.names.middle(code)], parts[right.names.given(code)]);
        }
        int setsBefore = allSets.size() - 1;
        allSets.addAll(right.sets.subList(1, right.sets.size()));
        for (int c = 0; c < model.columns().size(); c++) {
            int slot = layout.slot(c);
            switch (model.columns().get(c).kind()) {
                case PERSON_NAME -> {
                    rewrite(cells, slot, parts);
                    rewrite(cells, slot + Layout.MIDDLE, parts);
                    rewrite(cells, slot + Layout.GIVEN, parts);
                    rewrite(cells, slot + Layout.NAME, wholes);
                }
                case WHOLE_NAME -> rewrite(cells, slot, wholes);
                case CODE, SEX, RELATION, HOUSEHOLD, TEXT, FREE_TEXT, ADDRESS, SET ->
                    rewrite(cells, slot, merged(c, left, right));
                case NUMBERS -> {
                    for (int at = slot; at < cells.length; at += layout.stride) {
                        cells[at] = cells[at] == 0 ? 0 : cells[at] + setsBefore;
                    }
                }
                case DATE, NUMBER, FINGERPRINT, QUANTITY -> {}
            }
        }
        return cells;
    }

    private int[] merged(int column, Records left, Records right) {
        TextCodes all = left.texts[column].copy();
        texts[column] = all;
        TextCodes others = right.texts[column];
        int[] codes = new int[others.codes()];
        for (int code = 1; code < codes.length; code++) {
            codes[code] = all.add(others.text(code));
        }
        return codes;
    }

    private void rewrite(int[] cells, int slot, int[] codes) {
        for (int at = slot; at < cells.length; at += layout.stride) {
            cells[at] = codes[cells[at]];
        }
    }

    private boolean[] comparableColumns() {
        boolean[] both = new boolean[model.columns().size()];
        for (int c = 0; c < both.length; c++) {
            both[c] = holds(left, c) && holds(right, c);
        }
        return both;
    }

    private boolean holds(int[] cells, int column) {
        int slot =
                layout.slot(column) + (model.columns().get(column).kind() == Column.Kind.PERSON_NAME ? Layout.NAME : 0);
        for (int at = slot; at < cells.length; at += layout.stride) {
            if (cells[at] != 0) {
                return true;
            }
        }
        return false;
    }

    /** At least one row in fifty of the smaller side must find its household's key on the other side. */
    private boolean householdsMeet() {
        int column = model.householdColumn();
        if (column < 0 || !comparable[column]) {
            return false;
        }
        int slot = layout.slot(column);
        java.util.BitSet seen = new java.util.BitSet(texts[column].codes());
        for (int at = slot; at < left.length; at += layout.stride) {
            seen.set(left[at]);
        }
        seen.clear(0);
        long known = 0;
        long met = 0;
        for (int at = slot; at < right.length; at += layout.stride) {
            if (right[at] != 0) {
                known++;
                met += seen.get(right[at]) ? 1 : 0;
            }
        }
        return met * 50 >= Math.min(known, leftSize);
    }

    /** The household of a row of a side, or 0. */
    int household(int[] cells, int row) {
        return householdSlot < 0 ? 0 : cells[row * layout.stride + householdSlot];
    }

    long personalId(int[] cells, int at) {
        return (long) cells[at] << 32 | cells[at + 1] & 0xffff_ffffL;
    }
}
