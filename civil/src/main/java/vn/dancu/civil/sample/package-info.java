/** What a sample tells of the whole it was drawn from. Entry point: {@link vn.dancu.civil.sample.Interval}. */
@NullMarked
package vn.dancu.civil.sample;

import org.jspecify.annotations.NullMarked;
