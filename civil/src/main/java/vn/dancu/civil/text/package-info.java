/**
 * Every rule of Vietnamese text, each in one place: text in, text out. Start at {@link VietnameseText}.
 */
@NullMarked
package vn.dancu.civil.text;

import org.jspecify.annotations.NullMarked;
