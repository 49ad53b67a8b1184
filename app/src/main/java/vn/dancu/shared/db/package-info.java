/** How every module writes in bulk: COPY, and the set of forms that a statement is about. */
@NullMarked
package vn.dancu.shared.db;

import org.jspecify.annotations.NullMarked;
