/**
 * Numbers of persons, today's and the old ones: what they say, and what they agree with.
 */
@NullMarked
package vn.dancu.civil.number;

import org.jspecify.annotations.NullMarked;
