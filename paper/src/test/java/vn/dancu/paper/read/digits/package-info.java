/** Tests of reading digits; those that need the digits themselves are skipped where they are absent. */
@NullMarked
package vn.dancu.paper.read.digits;

import org.jspecify.annotations.NullMarked;
