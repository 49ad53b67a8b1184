@NullMarked
package vn.dancu.reconciliation;

import org.jspecify.annotations.NullMarked;
