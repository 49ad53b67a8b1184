/** The step log and the state that follows from it, in PostgreSQL. */
@NullMarked
package vn.dancu.journey.db;

import org.jspecify.annotations.NullMarked;
