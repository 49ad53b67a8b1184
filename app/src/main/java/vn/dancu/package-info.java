/** Dân Cư: the application. Start at {@link vn.dancu.DanCu}; the path of a form is {@code journey.FormJourney}. */
@NullMarked
package vn.dancu;

import org.jspecify.annotations.NullMarked;
