/** Findings and cases of re-issue in PostgreSQL, and the look-ups that show a small set its household and its batch. */
@NullMarked
package vn.dancu.quality.db;

import org.jspecify.annotations.NullMarked;
