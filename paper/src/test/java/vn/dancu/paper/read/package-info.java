/** Tests of reading a page, on pages that the tests draw. */
@NullMarked
package vn.dancu.paper.read;

import org.jspecify.annotations.NullMarked;
