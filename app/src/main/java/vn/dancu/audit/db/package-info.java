/** The audit log in PostgreSQL. */
@NullMarked
package vn.dancu.audit.db;

import org.jspecify.annotations.NullMarked;
