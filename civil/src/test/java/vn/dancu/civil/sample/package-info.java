/** Tests of what a sample tells. */
@NullMarked
package vn.dancu.civil.sample;

import org.jspecify.annotations.NullMarked;
