/** Tests of whole files, good and bad. */
@NullMarked
package vn.dancu.paper.scan;

import org.jspecify.annotations.NullMarked;
