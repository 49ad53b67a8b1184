@NullMarked
package vn.dancu.journey;

import org.jspecify.annotations.NullMarked;
