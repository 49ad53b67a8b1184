/** Paper batches in PostgreSQL. */
@NullMarked
package vn.dancu.custody.db;

import org.jspecify.annotations.NullMarked;
