/** What was keyed, in PostgreSQL. */
@NullMarked
package vn.dancu.keying.db;

import org.jspecify.annotations.NullMarked;
