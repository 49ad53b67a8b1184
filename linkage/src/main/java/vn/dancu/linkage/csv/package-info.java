/**
 * CSV files for the engine: bytes in, rows as slices of UTF-8 bytes out, without a string per cell; and from these, by the
 * headers that a model names, records. Entry points: {@link vn.dancu.linkage.csv.CsvFile} and
 * {@link vn.dancu.linkage.csv.CsvRecords}.
 */
@NullMarked
package vn.dancu.linkage.csv;

import org.jspecify.annotations.NullMarked;
