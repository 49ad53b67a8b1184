/** Pure rules: a form, a household, a batch, a report in, findings out. Entry point: {@link vn.dancu.quality.domain.CheckEngine}. */
@NullMarked
package vn.dancu.quality.domain;

import org.jspecify.annotations.NullMarked;
