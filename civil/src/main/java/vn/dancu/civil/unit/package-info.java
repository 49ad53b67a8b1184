/**
 * Administrative units as of a date, and what became of them. Start at {@link AdministrativeUnits}.
 */
@NullMarked
package vn.dancu.civil.unit;

import org.jspecify.annotations.NullMarked;
