package vn.dancu.linkage.spark;

import java.io.Serializable;
import vn.dancu.linkage.csv.CsvRange;

/**
 * Rows of one file that one task reads.
 *
 * @param file 0 for the left one, 1 for the right one
 */
record Piece(int file, CsvRange range) implements Serializable {

    private static final long serialVersionUID = 1L;
}
