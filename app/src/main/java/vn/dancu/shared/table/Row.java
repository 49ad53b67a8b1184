package vn.dancu.shared.table;

import org.jspecify.annotations.Nullable;

/**
 * One row below the header.
 *
 * @param line the physical line (CSV) or row (XLSX) it starts on, the first being 1
 * @param cells by the order of the wanted columns; null where the cell is empty or the column absent
 * @param tooMany true when the row has filled cells beyond the header's last
 */
public record Row(long line, @Nullable String[] cells, boolean tooMany) {}
