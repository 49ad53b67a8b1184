/** Pure rules of reports and inspections: how a sample is drawn, what it says of the whole. */
@NullMarked
package vn.dancu.reporting.domain;

import org.jspecify.annotations.NullMarked;
