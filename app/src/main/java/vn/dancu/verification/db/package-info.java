/** Plans and visits in PostgreSQL. */
@NullMarked
package vn.dancu.verification.db;

import org.jspecify.annotations.NullMarked;
