@NullMarked
package vn.dancu.access;

import org.jspecify.annotations.NullMarked;
