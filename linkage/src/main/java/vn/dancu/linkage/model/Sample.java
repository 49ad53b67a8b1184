package vn.dancu.linkage.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.dancu.linkage.csv.CsvFile;

/**
 * Some rows of a file, each as likely as any other, and how many there are in all. The same file always gives the same
 * sample.
 */
final class Sample {

    /** Enough to estimate pairs, few enough to look at from all sides. */
    static final int ROWS = 20_000;

    /** What is kept of a cell: kinds and keys show in its beginning. */
    private static final int MOST_BYTES = 2_000;

    private static final long SEED = 20_261_125L;

    private final List<String> header;
    private final List<String[]> rows;
    private final long size;

    private Sample(List<String> header, List<String[]> rows, long size) {
        this.header = header;
        this.rows = rows;
        this.size = size;
    }

    /**
     * A sample of a file.
     *
     * @param side another for each of two files: were both drawn alike, files in one order would give the same rows, and
     *     more pairs in common than their size allows
     */
    static Sample of(CsvFile file, int side) {
        Random random = new Random(SEED + side);
        int columns = file.header().size();
        List<String[]> rows = new ArrayList<>();
        long[] seen = {0};
        file.forEach((line, bytes, from, to, cells) -> {
            long n = seen[0]++;
            long place = n < ROWS ? n : (long) (random.nextDouble() * (n + 1));
            if (place >= ROWS) {
                return;
            }
            String[] row = new String[columns];
            Arrays.fill(row, "");
            for (int c = 0; c < Math.min(cells, columns); c++) {
                int length = Math.min(MOST_BYTES, to[c] - from[c]);
                row[c] = new String(bytes, from[c], length, StandardCharsets.UTF_8).strip();
            }
            if (n < ROWS) {
                rows.add(row);
            } else {
                rows.set((int) place, row);
            }
        });
        return new Sample(file.header(), rows, seen[0]);
    }

    List<String> header() {
        return header;
    }

    /** Rows of the sample. */
    int count() {
        return rows.size();
    }

    /** Rows of the file. */
    long size() {
        return size;
    }

    /** A cell; empty where it is not known. */
    String cell(int row, int column) {
        return rows.get(row)[column];
    }

    /** The values of a column in the order of the sample, empty ones left out. */
    List<String> values(int column) {
        List<String> values = new ArrayList<>();
        for (String[] row : rows) {
            if (!row[column].isEmpty()) {
                values.add(row[column]);
            }
        }
        return values;
    }
}
