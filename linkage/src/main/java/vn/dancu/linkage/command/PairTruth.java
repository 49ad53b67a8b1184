package vn.dancu.linkage.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;

/** Which pairs of two files are one: {@code left_id,right_id}. */
final class PairTruth {

    private final Set<Long> pairs = new HashSet<>();
    private long unknown;

    PairTruth(CsvFile file, Records left, Records right) {
        IdTable leftRows = new IdTable(left);
        IdTable rightRows = new IdTable(right);
        IdTable.read(file, List.of("left_id", "right_id"), (line, cells) -> {
            int i = leftRows.row(cells[0]);
            int j = rightRows.row(cells[1]);
            if (i == IdTable.UNKNOWN || j == IdTable.UNKNOWN) {
                unknown++;
            } else {
                pairs.add(pair(i, j));
            }
        });
    }

    static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    /** Pairs with an id that the files lack; they count as not found. */
    long unknown() {
        return unknown;
    }

    boolean holds(int left, int right) {
        return pairs.contains(pair(left, right));
    }

    /** All pairs of the file. */
    long size() {
        return pairs.size() + unknown;
    }

    Score score(LinkResult result) {
        long[] counts = new long[2];
        result.forEachLink((i, j, weight, probability) -> {
            counts[0] += pairs.contains(pair(i, j)) ? 1 : 0;
            counts[1]++;
        });
        return new Score(counts[0], counts[1], size());
    }
}
