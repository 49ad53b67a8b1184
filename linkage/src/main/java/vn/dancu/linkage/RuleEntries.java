package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The rows of one side under one rule, each as often as it has keys; sorted by hash slot (a counting sort). */
final class RuleEntries {

    long[] keys;
    int[] rows;
    /** By slot: where its entries begin; one more at the end. */
    int[] begins = {};

    private final int size;

    private RuleEntries(long[] keys, int[] rows, int size) {
        this.keys = keys;
        this.rows = rows;
        this.size = size;
    }

    /** Those of all rules at once: every row is looked at once. */
    static RuleEntries[] ofAll(List<RuleKeys> rules, Rows source) {
        int size = source.size;
        int[] scratch = source.scratch();
        int count = rules.size();
        long[][] keys = new long[count][];
        int[][] rows = new int[count][];
        int[] filled = new int[count];
        for (int r = 0; r < count; r++) {
            int room = rules.get(r).usable ? Math.max(16, size) : 0;
            keys[r] = new long[room];
            rows[r] = new int[room];
        }
        long[] buffer = RuleKeys.buffer();
        for (int row = 0; row < size; row++) {
            int[] cells = source.cells(row, scratch);
            int begin = source.at(row);
            for (int r = 0; r < count; r++) {
                int more = rules.get(r).keys(cells, begin, buffer);
                if (filled[r] + more > keys[r].length) {
                    int capacity = Math.max(filled[r] + more, Math.addExact(keys[r].length, keys[r].length >> 1));
                    keys[r] = Arrays.copyOf(keys[r], capacity);
                    rows[r] = Arrays.copyOf(rows[r], capacity);
                }
                for (int k = 0; k < more; k++) {
                    keys[r][filled[r]] = buffer[k];
                    rows[r][filled[r]++] = row;
                }
            }
        }
        RuleEntries[] entries = new RuleEntries[count];
        for (int r = 0; r < count; r++) {
            entries[r] = new RuleEntries(keys[r], rows[r], filled[r]);
        }
        return entries;
    }

    /** @param only which rows, ascending; null for all */
    static RuleEntries of(RuleKeys rule, Rows source, int @Nullable [] only) {
        int rowCount = only == null ? source.size : only.length;
        int[] scratch = source.scratch();
        long[] keys = new long[Math.max(16, rowCount)];
        int[] rows = new int[keys.length];
        int count = 0;
        long[] buffer = RuleKeys.buffer();
        for (int n = 0; n < rowCount; n++) {
            int row = only == null ? n : only[n];
            int more = rule.keys(source.cells(row, scratch), source.at(row), buffer);
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
        return new RuleEntries(keys, rows, count);
    }

    int size() {
        return size;
    }

    /** Those whose key is wanted. */
    RuleEntries only(LongPredicate wanted) {
        long[] keptKeys = new long[size];
        int[] keptRows = new int[size];
        int kept = 0;
        for (int n = 0; n < size; n++) {
            if (wanted.test(keys[n])) {
                keptKeys[kept] = keys[n];
                keptRows[kept++] = rows[n];
            }
        }
        return new RuleEntries(keptKeys, keptRows, kept);
    }

    /** Entries of each slot. */
    int[] counts(int mask) {
        int[] counts = new int[mask + 1];
        for (int n = 0; n < size; n++) {
            counts[(int) keys[n] & mask]++;
        }
        return counts;
    }

    /** Within a slot the entries keep the order of their rows. */
    void sort(int[] counts, int mask) {
        if (begins.length > 0) {
            return;
        }
        begins = new int[mask + 2];
        int next = 0;
        for (int slot = 0; slot <= mask; slot++) {
            begins[slot] = next;
            next += counts[slot];
        }
        begins[mask + 1] = next;
        int[] at = Arrays.copyOf(begins, mask + 1);
        long[] sortedKeys = new long[size];
        int[] sortedRows = new int[size];
        for (int n = 0; n < size; n++) {
            int to = at[(int) keys[n] & mask]++;
            sortedKeys[to] = keys[n];
            sortedRows[to] = rows[n];
        }
        keys = sortedKeys;
        rows = sortedRows;
    }
}
