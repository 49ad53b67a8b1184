/** Samples drawn by a seed from strata; what one tells of the whole: {@link vn.dancu.civil.sample.Interval}. */
@NullMarked
package vn.dancu.shared.sample;

import org.jspecify.annotations.NullMarked;
