/** Comparisons, verdicts, candidates, duplicates and decisions in PostgreSQL, and the rows that linkage reads. */
@NullMarked
package vn.dancu.reconciliation.db;

import org.jspecify.annotations.NullMarked;
