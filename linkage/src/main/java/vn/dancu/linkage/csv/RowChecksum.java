package vn.dancu.linkage.csv;

import java.util.zip.CRC32C;

/** Of the bytes of rows that are handed on. */
final class RowChecksum implements CsvFile.Rows {

    private final CsvFile.Rows next;
    private final CRC32C sum = new CRC32C();

    RowChecksum(CsvFile.Rows next) {
        this.next = next;
    }

    @Override
    public void row(long line, byte[] bytes, int[] from, int[] to, int cells) {
        sum.update(bytes, from[0], to[cells - 1] - from[0]);
        next.row(line, bytes, from, to, cells);
    }

    int value() {
        return (int) sum.getValue();
    }
}
