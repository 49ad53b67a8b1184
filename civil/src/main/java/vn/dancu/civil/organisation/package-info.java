/**
 * Offices of the police as of a date, and which of them does what. Start at {@link Organisation}.
 */
@NullMarked
package vn.dancu.civil.organisation;

import org.jspecify.annotations.NullMarked;
