/** Counts, closed days, exports and inspections in PostgreSQL. */
@NullMarked
package vn.dancu.reporting.db;

import org.jspecify.annotations.NullMarked;
