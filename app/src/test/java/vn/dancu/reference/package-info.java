@NullMarked
package vn.dancu.reference;

import org.jspecify.annotations.NullMarked;
