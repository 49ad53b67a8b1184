package vn.dancu.shared.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row below the header.
 *
 * @param line the physical line (CSV) or row (XLSX) it starts on, the first being 1
 * @param cells by the order of the wanted columns; null where the cell is empty or the column absent
 * @param tooMany true when the row has filled cells beyond the header's last
 */
public record Row(long line, @Nullable String[] cells, boolean tooMany) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Row row
                && row.line == line
                && row.tooMany == tooMany
                && Arrays.equals(row.cells, cells);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(line) * 31 + Arrays.hashCode(cells);
    }

    /** The line only: what the cells say stays out of logs. */
    @Override
    public String toString() {
        return "Row[" + line + "]";
    }
}
