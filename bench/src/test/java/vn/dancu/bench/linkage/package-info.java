@NullMarked
package vn.dancu.bench.linkage;

import org.jspecify.annotations.NullMarked;
