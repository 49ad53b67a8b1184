/**
 * Dates of which a part may be unknown: text of a form in, a date or a named problem out. Start at {@link PartialDate}.
 */
@NullMarked
package vn.dancu.civil.date;

import org.jspecify.annotations.NullMarked;
