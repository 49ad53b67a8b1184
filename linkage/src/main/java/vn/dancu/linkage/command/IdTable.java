package vn.dancu.linkage.command;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;

/** The rows of records by their ids, and tables of ids read beside the files: truth, labels. */
final class IdTable {

    static final int UNKNOWN = -1;

    /** A row of such a table, by the headers asked for. */
    @FunctionalInterface
    interface Lines {
        void line(long line, String[] cells);
    }

    private final Map<String, Integer> rows;

    IdTable(Records records) {
        rows = new HashMap<>(records.size() * 2);
        for (int row = 0; row < records.size(); row++) {
            rows.put(records.id(row), row);
        }
    }

    /** The row of an id, or {@link #UNKNOWN}. */
    int row(String id) {
        return rows.getOrDefault(id, UNKNOWN);
    }

    /** @throws LinkageException when a header is absent, or a cell is empty */
    static void read(CsvFile file, List<String> headers, Lines lines) {
        int[] places = new int[headers.size()];
        for (int h = 0; h < places.length; h++) {
            places[h] = file.header().indexOf(headers.get(h));
            if (places[h] < 0) {
                String wanted = String.join(",", headers);
                String present = String.join(",", file.header());
                throw new LinkageException(
                        file.path() + ": cần các cột " + wanted + "; tệp có " + present + ".",
                        file.path() + ": needs the columns " + wanted + "; it has " + present + ".");
            }
        }
        file.forEach((line, bytes, from, to, cells) -> {
            String[] values = new String[places.length];
            for (int h = 0; h < places.length; h++) {
                int cell = places[h];
                if (cell >= cells || from[cell] == to[cell]) {
                    throw new LinkageException(
                            file.path() + ", dòng " + line + ": thiếu " + headers.get(h) + ".",
                            file.path() + ", line " + line + ": " + headers.get(h) + " is missing.");
                }
                values[h] = new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
            }
            lines.line(line, values);
        });
    }
}
