package vn.dancu.linkage.csv;

import java.util.Arrays;
import java.util.List;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;

/**
 * Where the values of a model's columns lie in the row at hand, as slices of UTF-8. Cells of one value are joined by a space;
 * a cell that the row or the file lacks is an empty value. Not thread-safe.
 */
public final class RowValues {

    /** By column of the model: the cells that make its value. */
    private final int[][] places;

    private final boolean isJoined;
    private final int[] from;
    private final int[] to;
    private byte[] joined = new byte[256];
    private byte[] bytes = joined;

    /** @throws LinkageException when two columns of the file have a header that the model reads */
    public RowValues(CsvFile file, Model model, CsvRecords.Side side) {
        int columns = model.columns().size();
        this.places = new int[columns][];
        boolean several = false;
        for (int c = 0; c < columns; c++) {
            places[c] = places(file, side.headers(model.columns().get(c)));
            several |= places[c].length > 1;
        }
        this.isJoined = several;
        this.from = new int[columns];
        this.to = new int[columns];
    }

    private static int[] places(CsvFile file, List<String> headers) {
        int[] places = new int[headers.size()];
        int found = 0;
        for (String header : headers) {
            int place = Headers.place(file, header);
            if (place >= 0) {
                places[found++] = place;
            }
        }
        return Arrays.copyOf(places, found);
    }

    /** Takes a row as {@link CsvFile.Rows} is handed it. */
    public void take(byte[] row, int[] cellFrom, int[] cellTo, int cells) {
        if (isJoined) {
            take(row, cellFrom, cellTo, cells, -1);
            return;
        }
        bytes = row;
        for (int c = 0; c < places.length; c++) {
            boolean isThere = places[c].length == 1 && places[c][0] < cells;
            from[c] = isThere ? cellFrom[places[c][0]] : 0;
            to[c] = isThere ? cellTo[places[c][0]] : 0;
        }
    }

    /** Whether {@link #bytes} are not those of the row. */
    boolean isJoined() {
        return isJoined;
    }

    /** Writes the values one behind the other, behind the cell that is copied first (none below 0); answers where that ends. */
    int take(byte[] row, int[] cellFrom, int[] cellTo, int cells, int first) {
        int most = first < 0 ? 0 : cellTo[first] - cellFrom[first];
        for (int[] place : places) {
            for (int cell : place) {
                most += cell < cells ? cellTo[cell] - cellFrom[cell] + 1 : 0;
            }
        }
        if (most > joined.length) {
            joined = new byte[Math.max(most, 2 * joined.length)];
        }
        bytes = joined;
        int put = first < 0 ? 0 : copy(row, cellFrom[first], cellTo[first], 0);
        int firstTo = put;
        for (int c = 0; c < places.length; c++) {
            from[c] = put;
            for (int cell : places[c]) {
                if (cell < cells && cellFrom[cell] < cellTo[cell]) {
                    if (put > from[c]) {
                        joined[put++] = ' ';
                    }
                    put = copy(row, cellFrom[cell], cellTo[cell], put);
                }
            }
            to[c] = put;
        }
        return firstTo;
    }

    private int copy(byte[] row, int cellFrom, int cellTo, int put) {
        System.arraycopy(row, cellFrom, joined, put, cellTo - cellFrom);
        return put + cellTo - cellFrom;
    }

    /** What the slices lie in, until the next row. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the value of each column begins, in the model's order; the same array for every row. */
    public int[] from() {
        return from;
    }

    /** Behind each value's last byte; an empty value is not known. */
    public int[] to() {
        return to;
    }
}
