package vn.dancu.linkage.csv;

import java.io.Serializable;

/**
 * A run of whole data rows of a CSV file, so that machines that see the same file can share its reading.
 *
 * @param offset of the first row, in bytes of UTF-8 behind a byte order mark, whatever the file is written in
 * @param line in which the first row begins, counted from 1
 * @param firstRow number of the first row, counted from 0
 * @param rows at least 1
 * @param checksum of the rows' bytes: a file that is another one on another machine, or has changed since, is told
 */
public record CsvRange(long offset, long line, int firstRow, int rows, int checksum) implements Serializable {

    private static final long serialVersionUID = 1L;
}
