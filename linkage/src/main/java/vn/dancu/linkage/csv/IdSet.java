package vn.dancu.linkage.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Fingerprints of ids, eight bytes each: equal ids have equal ones, and unequal ids hardly ever. */
final class IdSet {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int MOST_EXPECTED = 1 << 28;
    private static final int[] NONE = {};
    /** More than that need not be looked for: the first is told. */
    private static final int MOST_TOLD = 1000;

    /** By row. */
    private long[] fingerprints;

    private int size;

    IdSet(int expected) {
        this.fingerprints = new long[Math.min(MOST_EXPECTED, Math.max(16, expected + expected / 8))];
    }

    void add(byte[] bytes, int from, int to) {
        if (size == fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, size + (size >> 1));
        }
        fingerprints[size++] = fingerprint(bytes, from, to);
    }

    /**
     * Rows, ascending, whose fingerprint an earlier row has. All at once and bucket by bucket, because a table of a million
     * ids lies outside a core's cache and is looked into at random.
     */
    int[] repeated() {
        int bits = Math.max(0, Math.min(12, 32 - Integer.numberOfLeadingZeros(size) - 10));
        int[] begins = new int[(1 << bits) + 1];
        for (int row = 0; row < size; row++) {
            begins[bucket(fingerprints[row], bits) + 1]++;
        }
        int largest = 0;
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            largest = Math.max(largest, begins[bucket + 1]);
            begins[bucket + 1] += begins[bucket];
        }
        int[] next = begins.clone();
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[next[bucket(fingerprints[row], bits)]++] = row;
        }
        long[] table = new long[Integer.highestOneBit(Math.max(8, largest)) * 4];
        int[] found = NONE;
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            Arrays.fill(table, 0);
            for (int n = begins[bucket]; n < begins[bucket + 1]; n++) {
                if (!put(table, fingerprints[rows[n]])) {
                    found = Arrays.copyOf(found, found.length + 1);
                    found[found.length - 1] = rows[n];
                }
            }
            if (found.length > MOST_TOLD) {
                break;
            }
        }
        Arrays.sort(found);
        return found;
    }

    private static int bucket(long fingerprint, int bits) {
        return bits == 0 ? 0 : (int) (fingerprint >>> 64 - bits);
    }

    private static boolean put(long[] table, long fingerprint) {
        int mask = table.length - 1;
        int at = (int) fingerprint & mask;
        while (table[at] != 0) {
            if (table[at] == fingerprint) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = fingerprint;
        return true;
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
