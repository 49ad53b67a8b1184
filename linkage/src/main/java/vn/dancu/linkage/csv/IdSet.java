package vn.dancu.linkage.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Fingerprints of ids, eight bytes each: equal ids have equal ones, and unequal ids hardly ever. */
final class IdSet {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int MOST_EXPECTED = 1 << 28;

    /** Open addressing; 0 is free. */
    private long[] table;

    private int size;

    IdSet(int expected) {
        int needed = Math.min(MOST_EXPECTED, Math.max(8, expected + expected / 8));
        this.table = new long[Integer.highestOneBit(needed * 2 - 1)];
    }

    /** False if the id, or one with its fingerprint, is there already. */
    boolean add(byte[] bytes, int from, int to) {
        if (size > table.length / 4 * 3) {
            grow();
        }
        return put(fingerprint(bytes, from, to));
    }

    private boolean put(long fingerprint) {
        int mask = table.length - 1;
        int at = (int) (fingerprint >>> 32) & mask;
        while (table[at] != 0) {
            if (table[at] == fingerprint) {
                return false;
            }
            at = at + 1 & mask;
        }
        table[at] = fingerprint;
        size++;
        return true;
    }

    private void grow() {
        long[] before = table;
        table = new long[Math.multiplyExact(before.length, 2)];
        size = 0;
        for (long one : before) {
            if (one != 0) {
                put(one);
            }
        }
    }

    static long fingerprint(byte[] bytes, int from, int to) {
        long hash = (to - from) * FACTOR;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mixed(hash ^ (long) WORDS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        hash = mixed(mixed(hash ^ rest));
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(long value) {
        long product = value * FACTOR;
        return product ^ product >>> 29;
    }
}
