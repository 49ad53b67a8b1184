package vn.dancu.linkage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The distinct values of a file, or of two files that speak one code. Grows only. */
final class Dictionaries {

    final Names names;
    /** By column; empty where a column needs no dictionary. */
    final Texts[] texts;
    /** Sets of numbers; a cell holds the set's place, 0 is the empty one. */
    private long[][] sets;

    private int setCount;

    Dictionaries(Model model) {
        names = new Names();
        texts = new Texts[model.columns().size()];
        for (int c = 0; c < texts.length; c++) {
            texts[c] = new Texts();
        }
        sets = new long[16][];
        addSet(new long[0]);
    }

    private Dictionaries(Names names, Texts[] texts, long[][] sets, int setCount) {
        this.names = names;
        this.texts = texts;
        this.sets = sets;
        this.setCount = setCount;
    }

    /** Ascending, each number once. */
    long[] set(int place) {
        return sets[place];
    }

    int sets() {
        return setCount;
    }

    int addSet(long[] numbers) {
        if (setCount == sets.length) {
            sets = Arrays.copyOf(sets, setCount * 2);
        }
        sets[setCount] = numbers;
        return setCount++;
    }

    Dictionaries copy() {
        Texts[] copies = new Texts[texts.length];
        for (int c = 0; c < texts.length; c++) {
            copies[c] = texts[c].copy();
        }
        return new Dictionaries(names.copy(), copies, sets.clone(), setCount);
    }

    /** Adds the values of another file and returns its rows in this one's codes. */
    Rows rewritten(Model model, Layout layout, Dictionaries other, Records records, Workers workers) {
        int[] parts = new int[other.names.parts.codes()];
        for (int code = 1; code < parts.length; code++) {
            parts[code] = names.parts.add(other.names.parts.text(code));
        }
        int[] wholes = new int[other.names.codes()];
        for (int code = 1; code < wholes.length; code++) {
            wholes[code] = names.add(
                    parts[other.names.surname(code)], parts[other.names.middle(code)], parts[other.names.given(code)]);
        }
        int[] setsOfOther = new int[other.setCount];
        for (int place = 1; place < other.setCount; place++) {
            setsOfOther[place] = addSet(other.sets[place]);
        }
        int[][] codes = new int[layout.stride][];
        for (int c = 0; c < model.columns().size(); c++) {
            int slot = layout.slot(c);
            switch (model.columns().get(c).kind()) {
                case PERSON_NAME -> {
                    codes[slot] = parts;
                    codes[slot + Layout.MIDDLE] = parts;
                    codes[slot + Layout.GIVEN] = parts;
                    codes[slot + Layout.NAME] = wholes;
                }
                case WHOLE_NAME -> codes[slot] = wholes;
                case CODE, SEX, RELATION, HOUSEHOLD, TEXT, FREE_TEXT, ADDRESS, SET ->
                    codes[slot] = texts[c].merge(other.texts[c]);
                case NUMBERS -> codes[slot] = setsOfOther;
                case DATE, NUMBER, FINGERPRINT, QUANTITY -> {}
            }
        }
        Rows recoded = records.rows.recoded(codes, workers);
        return recoded == null ? rewritten(records, layout.stride, codes) : recoded;
    }

    /** Row by row, within the memory there is. */
    private static Rows rewritten(Records records, int stride, int[] @Nullable [] codes) {
        Rows.Writer writer = records.spilling.writer(stride, records.size());
        for (int row = 0; row < records.size(); row++) {
            int[] cells = writer.next();
            int at = writer.at();
            records.rows.copy(row, cells, at);
            for (int slot = 0; slot < stride; slot++) {
                int[] newCodes = codes[slot];
                if (newCodes != null) {
                    cells[at + slot] = newCodes[cells[at + slot]];
                }
            }
            writer.done();
        }
        return writer.build();
    }
}
