/** Pure rules of finding forms. Input and output are folded words; entry point: {@link vn.dancu.intake.domain.NearWords}. */
@NullMarked
package vn.dancu.intake.domain;

import org.jspecify.annotations.NullMarked;
