/**
 * Names of persons: a name as written in, its parts and derived forms out. Start at {@link PersonName}.
 */
@NullMarked
package vn.dancu.civil.name;

import org.jspecify.annotations.NullMarked;
