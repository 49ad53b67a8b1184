/** Samples: drawn by a seed from strata, and what a share seen in one says of the whole. */
@NullMarked
package vn.dancu.shared.sample;

import org.jspecify.annotations.NullMarked;
