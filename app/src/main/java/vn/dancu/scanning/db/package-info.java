/** What the scanning office reported, in PostgreSQL. */
@NullMarked
package vn.dancu.scanning.db;

import org.jspecify.annotations.NullMarked;
