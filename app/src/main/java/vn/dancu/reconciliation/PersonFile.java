package vn.dancu.reconciliation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;

/** One file as linkage reads it, with the keys of its rows. */
final class PersonFile {
    private static final int SEX = 3;
    private static final int COMMUNE = 6;
    private static final int GROUP = 7;
    private static final int RELATION = 9;

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
        private final Map<String, String> sexes = new HashMap<>();
        private final Map<String, String> relations = new HashMap<>();
        private final Map<String, String> groups = new HashMap<>();
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
            values[SEX] = coded(values[SEX], sexes, PersonFile::sex);
            values[RELATION] = coded(values[RELATION], relations, PersonFile::relation);
            values[GROUP] = coded(values[GROUP], groups, PersonFile::group);
            values[COMMUNE] = commune(values[COMMUNE]);
            records.add("", values);
        }

        PersonFile build() {
            return new PersonFile(Arrays.copyOf(ids, rows), removed, records.build());
        }
    }

    private interface Reading {
        @Nullable
        String of(String written);
    }

    private static @Nullable String coded(@Nullable String written, Map<String, String> known, Reading reading) {
        if (written == null) {
            return null;
        }
        String code = known.get(written);
        if (code == null) {
            String read = reading.of(written);
            code = read == null ? "" : read;
            known.put(written, code);
        }
        return code.isEmpty() ? null : code;
    }

    static @Nullable String sex(@Nullable String written) {
        return Sex.parse(written).map(Sex::code).orElse(null);
    }

    private static @Nullable String relation(String written) {
        return Relation.parse(written).map(Relation::code).orElse(null);
    }

    /** "Tổ 5" and "Tổ dân phố số 05" are one group; without a number the text counts. */
    private static String group(String written) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9' && (c != '0' || digits.length() > 0)) {
                digits.append(c);
            }
        }
        return digits.length() == 0 ? written : digits.toString();
    }

    /** Spreadsheets eat leading zeros; a commune has five digits. */
    private static @Nullable String commune(@Nullable String written) {
        if (written == null || written.length() >= 5 || written.isBlank()) {
            return written;
        }
        return "0".repeat(5 - written.length()) + written;
    }
}
