/**
 * Tables that come in as files: CSV in every encoding that Vietnamese offices use, or XLSX, as rows of cells by column
 * name; and the one way such a table is taken in. Entry points: {@link vn.dancu.shared.table.Table}, {@link
 * vn.dancu.shared.table.TableImport}.
 */
@NullMarked
package vn.dancu.shared.table;

import org.jspecify.annotations.NullMarked;
