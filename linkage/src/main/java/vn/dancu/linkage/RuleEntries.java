package vn.dancu.linkage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of one side under one rule, each as often as it has keys; sorted by hash slot (a counting sort). */
final class RuleEntries {

    long[] keys;
    int[] rows;
    /** By slot: where its entries begin; one more at the end. */
    int[] begins = {};

    private RuleEntries(long[] keys, int[] rows) {
        this.keys = keys;
        this.rows = rows;
    }

    /** @param only which rows, ascending; null for all */
    static RuleEntries of(RuleKeys rule, int[] cells, int size, int stride, int @Nullable [] only) {
        int rowCount = only == null ? size : only.length;
        long[] keys = new long[Math.max(16, rowCount)];
        int[] rows = new int[keys.length];
        int count = 0;
        long[] buffer = RuleKeys.buffer();
        for (int n = 0; n < rowCount; n++) {
            int row = only == null ? n : only[n];
            int more = rule.keys(cells, row * stride, buffer);
            if (count + more > keys.length) {
                int capacity = Math.max(count + more, Math.addExact(keys.length, keys.length >> 1));
                keys = Arrays.copyOf(keys, capacity);
                rows = Arrays.copyOf(rows, capacity);
            }
            for (int k = 0; k < more; k++) {
                keys[count] = buffer[k];
                rows[count++] = row;
            }
        }
        return new RuleEntries(
                count == keys.length ? keys : Arrays.copyOf(keys, count),
                count == rows.length ? rows : Arrays.copyOf(rows, count));
    }

    int size() {
        return keys.length;
    }

    /** Entries of each slot. */
    int[] counts(int mask) {
        int[] counts = new int[mask + 1];
        for (long key : keys) {
            counts[(int) key & mask]++;
        }
        return counts;
    }

    /** Within a slot the entries keep the order of their rows. */
    void sort(int[] counts, int mask) {
        begins = new int[mask + 2];
        int next = 0;
        for (int slot = 0; slot <= mask; slot++) {
            begins[slot] = next;
            next += counts[slot];
        }
        begins[mask + 1] = next;
        int[] at = Arrays.copyOf(begins, mask + 1);
        long[] sortedKeys = new long[keys.length];
        int[] sortedRows = new int[rows.length];
        for (int n = 0; n < keys.length; n++) {
            int to = at[(int) keys[n] & mask]++;
            sortedKeys[to] = keys[n];
            sortedRows[to] = rows[n];
        }
        keys = sortedKeys;
        rows = sortedRows;
    }
}
