@NullMarked
package vn.dancu.linkage.csv;

import org.jspecify.annotations.NullMarked;
