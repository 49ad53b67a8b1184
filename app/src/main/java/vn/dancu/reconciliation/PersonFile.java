package vn.dancu.reconciliation;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;

/** One file as linkage reads it, with the keys of its rows. */
final class PersonFile {
    private final long[] ids;
    private final BitSet removed;
    private final Records records;

    private PersonFile(long[] ids, BitSet removed, Records records) {
        this.ids = ids;
        this.removed = removed;
        this.records = records;
    }

    int size() {
        return ids.length;
    }

    /** Ascending. */
    long[] ids() {
        return ids.clone();
    }

    long id(int row) {
        return ids[row];
    }

    /** Row of a key, or negative. */
    int row(long id) {
        return Arrays.binarySearch(ids, id);
    }

    Records records() {
        return records;
    }

    /** Whether the entry was struck off. */
    boolean isRemoved(int row) {
        return removed.get(row);
    }

    /** Reads rows in ascending order of their keys. */
    static final class Builder {
        private final Records.Builder records;
        private final PersonValues coding = new PersonValues();
        private long[] ids;
        private final BitSet removed = new BitSet();
        private int rows;

        Builder(Model model, int expectedRows) {
            records = Records.builder(model, expectedRows);
            ids = new long[Math.max(16, expectedRows)];
        }

        void add(long id, @Nullable String[] values, boolean isRemoved) {
            if (rows == ids.length) {
                ids = Arrays.copyOf(ids, rows * 2);
            }
            ids[rows] = id;
            removed.set(rows, isRemoved);
            rows++;
            coding.code(values);
            records.add("", values);
        }

        PersonFile build() {
            return new PersonFile(Arrays.copyOf(ids, rows), removed, records.build());
        }
    }
}
