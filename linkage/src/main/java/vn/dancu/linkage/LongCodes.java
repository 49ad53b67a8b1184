package vn.dancu.linkage;

import java.util.Arrays;

/** A dictionary of longs other than 0: codes from 1 on in the order of arrival. */
final class LongCodes {

    private long[] values;
    private int[] table;
    private int size;

    LongCodes() {
        values = new long[16];
        table = new int[64];
    }

    private LongCodes(long[] values, int[] table, int size) {
        this.values = values;
        this.table = table;
        this.size = size;
    }

    LongCodes copy() {
        return new LongCodes(values.clone(), table.clone(), size);
    }

    int codes() {
        return size + 1;
    }

    long value(int code) {
        return values[code];
    }

    int find(long value) {
        int mask = table.length - 1;
        int at = (int) mix(value) & mask;
        while (table[at] != 0) {
            if (values[table[at]] == value) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    int add(long value) {
        int found = find(value);
        if (found != 0) {
            return found;
        }
        size++;
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = value;
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int code = 1; code <= size; code++) {
                place(code);
            }
        } else {
            place(size);
        }
        return size;
    }

    private void place(int code) {
        int mask = table.length - 1;
        int at = (int) mix(values[code]) & mask;
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = code;
    }

    /** Spreads the bits of a long (the finaliser of MurmurHash3). */
    static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
