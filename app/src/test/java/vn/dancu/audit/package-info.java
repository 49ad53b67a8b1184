@NullMarked
package vn.dancu.audit;

import org.jspecify.annotations.NullMarked;
