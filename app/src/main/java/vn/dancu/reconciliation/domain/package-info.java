/** Pure rules: one linked form field by field, which source is right, and what it all comes to. Entry point: {@link vn.dancu.reconciliation.domain.FieldComparison}. */
@NullMarked
package vn.dancu.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
