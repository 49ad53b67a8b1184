/** Units, lists, form versions and offices in PostgreSQL. */
@NullMarked
package vn.dancu.reference.db;

import org.jspecify.annotations.NullMarked;
