/** Persons and households in PostgreSQL. */
@NullMarked
package vn.dancu.register.db;

import org.jspecify.annotations.NullMarked;
