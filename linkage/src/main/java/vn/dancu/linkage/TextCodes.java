package vn.dancu.linkage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A dictionary: texts to codes from 1 on; 0 stands for no text. Open addressing, because a file may hold millions. */
final class TextCodes {

    private @Nullable String[] texts;
    private int[] table;
    private int size;

    TextCodes() {
        texts = new String[16];
        table = new int[64];
    }

    private TextCodes(@Nullable String[] texts, int[] table, int size) {
        this.texts = texts;
        this.table = table;
        this.size = size;
    }

    TextCodes copy() {
        return new TextCodes(texts.clone(), table.clone(), size);
    }

    /** How many codes there are, with 0. */
    int codes() {
        return size + 1;
    }

    String text(int code) {
        String text = texts[code];
        if (text == null) {
            throw new IllegalArgumentException("no such code");
        }
        return text;
    }

    /** The code of a text, or 0. */
    int find(String text) {
        int mask = table.length - 1;
        int at = spread(text.hashCode()) & mask;
        while (table[at] != 0) {
            if (text.equals(texts[table[at]])) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    /** The code of a text, a new one if need be. */
    int add(String text) {
        int mask = table.length - 1;
        int at = spread(text.hashCode()) & mask;
        while (table[at] != 0) {
            if (text.equals(texts[table[at]])) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        size++;
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size] = text;
        table[at] = size;
        if (size * 2 > table.length) {
            grow();
        }
        return size;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int code = 1; code <= size; code++) {
            int at = spread(text(code).hashCode()) & mask;
            while (larger[at] != 0) {
                at = (at + 1) & mask;
            }
            larger[at] = code;
        }
        table = larger;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
