/** What the tests of all modules stand on. */
@NullMarked
package vn.dancu;

import org.jspecify.annotations.NullMarked;
