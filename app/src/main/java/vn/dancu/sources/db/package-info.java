/** Residence books and archive in PostgreSQL. */
@NullMarked
package vn.dancu.sources.db;

import org.jspecify.annotations.NullMarked;
