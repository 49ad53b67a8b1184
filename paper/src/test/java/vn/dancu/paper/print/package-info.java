/** Tests of what is printed. */
@NullMarked
package vn.dancu.paper.print;

import org.jspecify.annotations.NullMarked;
