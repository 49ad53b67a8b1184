@NullMarked
package vn.dancu.linkage.review;

import org.jspecify.annotations.NullMarked;
