package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;

/** The distinct values of a file, or of two files that speak one code. Grows only. */
final class Dictionaries {

    final Names names;
    /** By column; empty where a column needs no dictionary. */
    final Texts[] texts;
    /** Sets of numbers; a cell holds the set's place, 0 is the empty one. */
    final List<long[]> sets;

    Dictionaries(Model model) {
        names = new Names();
        texts = new Texts[model.columns().size()];
        for (int c = 0; c < texts.length; c++) {
            texts[c] = new Texts();
        }
        sets = new ArrayList<>();
        sets.add(new long[0]);
    }

    private Dictionaries(Names names, Texts[] texts, List<long[]> sets) {
        this.names = names;
        this.texts = texts;
        this.sets = sets;
    }

    Dictionaries copy() {
        Texts[] copies = new Texts[texts.length];
        for (int c = 0; c < texts.length; c++) {
            copies[c] = texts[c].copy();
        }
        return new Dictionaries(names.copy(), copies, new ArrayList<>(sets));
    }

    /** Adds the values of another file and returns its rows in this one's codes. */
    int[] rewritten(Model model, Layout layout, Dictionaries other, int[] rows) {
        int[] cells = rows.clone();
        int[] parts = new int[other.names.parts.codes()];
        for (int code = 1; code < parts.length; code++) {
            parts[code] = names.parts.add(other.names.parts.text(code));
        }
        int[] wholes = new int[other.names.codes()];
        for (int code = 1; code < wholes.length; code++) {
            wholes[code] = names.add(
                    parts[other.names.surname(code)], parts[other.names.middle(code)], parts[other.names.given(code)]);
        }
        int setsBefore = sets.size() - 1;
        sets.addAll(other.sets.subList(1, other.sets.size()));
        for (int c = 0; c < model.columns().size(); c++) {
            int slot = layout.slot(c);
            switch (model.columns().get(c).kind()) {
                case PERSON_NAME -> {
                    rewrite(cells, layout.stride, slot, parts);
                    rewrite(cells, layout.stride, slot + Layout.MIDDLE, parts);
                    rewrite(cells, layout.stride, slot + Layout.GIVEN, parts);
                    rewrite(cells, layout.stride, slot + Layout.NAME, wholes);
                }
                case WHOLE_NAME -> rewrite(cells, layout.stride, slot, wholes);
                case CODE, SEX, RELATION, HOUSEHOLD, TEXT, FREE_TEXT, ADDRESS, SET ->
                    rewrite(cells, layout.stride, slot, texts[c].merge(other.texts[c]));
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

    private static void rewrite(int[] cells, int stride, int slot, int[] codes) {
        for (int at = slot; at < cells.length; at += stride) {
            cells[at] = codes[cells[at]];
        }
    }
}
