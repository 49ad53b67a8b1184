/**
 * Coded lists: a code or a Vietnamese name in, a value with its list and code out; nothing when unknown.
 */
@NullMarked
package vn.dancu.civil.list;

import org.jspecify.annotations.NullMarked;
