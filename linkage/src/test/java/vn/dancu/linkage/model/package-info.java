@NullMarked
package vn.dancu.linkage.model;

import org.jspecify.annotations.NullMarked;
