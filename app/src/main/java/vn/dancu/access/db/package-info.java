/** Accounts in PostgreSQL. */
@NullMarked
package vn.dancu.access.db;

import org.jspecify.annotations.NullMarked;
