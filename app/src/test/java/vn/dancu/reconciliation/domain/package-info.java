@NullMarked
package vn.dancu.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
