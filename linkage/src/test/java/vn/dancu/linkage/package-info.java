@NullMarked
package vn.dancu.linkage;

import org.jspecify.annotations.NullMarked;
