/**
 * Reads scans of forms: a picture of a page in, its code, its geometry, the values of its fields with their confidence and a
 * verdict out. Entry point: {@link vn.dancu.paper.read.PageReader}.
 */
@NullMarked
package vn.dancu.paper.read;

import org.jspecify.annotations.NullMarked;
