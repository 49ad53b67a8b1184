package vn.dancu.linkage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A dictionary of byte strings: codes from 1 on in the order of arrival. Strings of up to 15 bytes are kept in the table
 * itself, as two longs with the length, so that a look-up touches one place.
 */
final class ByteCodes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SHORT = 15;
    private static final int ENTRY = 3;

    /** By entry: the first eight bytes, the next seven and the length, the code. A free entry has code 0. */
    private long[] table = new long[64 * ENTRY];

    private int mask = 63;
    /** Strings longer than that: the table holds two halves of a hash, and here they stand by code. */
    private byte[][] longOnes = new byte[16][];

    private int size;

    int codes() {
        return size + 1;
    }

    /** The code of a value; a new one (equal to {@link #codes} before) if it was not there. */
    int add(byte[] bytes, int from, int to) {
        int length = to - from;
        long low;
        long high;
        if (length <= SHORT) {
            low = word(bytes, from, Math.min(8, length));
            high = (length > 8 ? word(bytes, from + 8, length - 8) : 0) | (long) length << 56;
        } else {
            low = hash(bytes, from, to);
            high = low * 0xc4ceb9fe1a85ec53L | 0xffL << 56;
        }
        int at = slot(low, high);
        while (true) {
            int entry = at * ENTRY;
            int code = (int) table[entry + 2];
            if (code == 0) {
                return put(entry, low, high, bytes, from, to);
            }
            if (table[entry] == low && table[entry + 1] == high && (length <= SHORT || equal(code, bytes, from, to))) {
                return code;
            }
            at = (at + 1) & mask;
        }
    }

    private int put(int entry, long low, long high, byte[] bytes, int from, int to) {
        size++;
        table[entry] = low;
        table[entry + 1] = high;
        table[entry + 2] = size;
        if (to - from > SHORT) {
            if (size >= longOnes.length) {
                longOnes = Arrays.copyOf(longOnes, size * 2);
            }
            longOnes[size] = Arrays.copyOfRange(bytes, from, to);
        }
        if (size * 2 > mask) {
            grow();
        }
        return size;
    }

    private boolean equal(int code, byte[] bytes, int from, int to) {
        byte[] known = longOnes[code];
        return Arrays.equals(known, 0, known.length, bytes, from, to);
    }

    private int slot(long low, long high) {
        long mixed = (low ^ high * 0x9E3779B97F4A7C15L) * 0xff51afd7ed558ccdL;
        return (int) (mixed >>> 32) & mask;
    }

    /** Up to eight bytes as a number; what lies behind them is not looked at. */
    private static long word(byte[] bytes, int from, int length) {
        if (from + 8 <= bytes.length) {
            long word = (long) LONGS.get(bytes, from);
            return length == 8 ? word : word & (1L << 8 * length) - 1;
        }
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (bytes[from + i] & 0xffL) << 8 * i;
        }
        return word;
    }

    private void grow() {
        long[] before = table;
        mask = mask * 2 + 1;
        table = new long[(mask + 1) * ENTRY];
        for (int entry = 0; entry < before.length; entry += ENTRY) {
            if (before[entry + 2] != 0) {
                int at = slot(before[entry], before[entry + 1]);
                while (table[at * ENTRY + 2] != 0) {
                    at = (at + 1) & mask;
                }
                System.arraycopy(before, entry, table, at * ENTRY, ENTRY);
            }
        }
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = 0x9E3779B97F4A7C15L * (to - from + 1);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * 0xff51afd7ed558ccdL;
            hash ^= hash >>> 32;
        }
        return LongCodes.mix(hash ^ word(bytes, at, to - at) * 0xc4ceb9fe1a85ec53L);
    }
}
