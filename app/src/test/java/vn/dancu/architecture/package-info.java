/** The borders of the house, each with its reason. */
@NullMarked
package vn.dancu.architecture;

import org.jspecify.annotations.NullMarked;
