@NullMarked
package vn.dancu.linkage.chart;

import org.jspecify.annotations.NullMarked;
