package vn.dancu.linkage.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;

/** Which records of a file are one: {@code id,cluster_id}. A record that is not listed is alone. */
final class ClusterTruth {

    private static final int NOT_LISTED = -1;

    private final int[] cluster;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<Integer, Long> sizes = new HashMap<>();
    private long unknown;

    ClusterTruth(CsvFile file, Records records) {
        IdTable rows = new IdTable(records);
        cluster = new int[records.size()];
        Arrays.fill(cluster, NOT_LISTED);
        IdTable.read(file, List.of("id", "cluster_id"), (line, cells) -> {
            int code = codes.computeIfAbsent(cells[1], text -> codes.size());
            int row = rows.row(cells[0]);
            if (row == IdTable.UNKNOWN) {
                unknown++;
            } else if (cluster[row] != NOT_LISTED) {
                throw new LinkageException(
                        file.path() + ", dòng " + line + ": id đã có ở một dòng trước.",
                        file.path() + ", line " + line + ": the id stands in a line before already.");
            } else {
                cluster[row] = code;
            }
            sizes.merge(code, 1L, Long::sum);
        });
    }

    /** Ids that the file lacks; their pairs count as not found. */
    long unknown() {
        return unknown;
    }

    Score score(Clusters clusters) {
        long right = 0;
        long found = 0;
        for (int[] members : clusters.members()) {
            found += pairs(members.length);
            Map<Integer, Long> shared = new HashMap<>();
            for (int row : members) {
                if (cluster[row] != NOT_LISTED) {
                    shared.merge(cluster[row], 1L, Long::sum);
                }
            }
            for (long size : shared.values()) {
                right += pairs(size);
            }
        }
        long all = 0;
        for (long size : sizes.values()) {
            all += pairs(size);
        }
        return new Score(right, found, all);
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }
}
