/** Each rule with the smallest change of a clean form that triggers it, and states that must trigger nothing. */
@NullMarked
package vn.dancu.quality.domain;

import org.jspecify.annotations.NullMarked;
