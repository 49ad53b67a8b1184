/** Tests of the invented scans. */
@NullMarked
package vn.dancu.paper.corpus;

import org.jspecify.annotations.NullMarked;
