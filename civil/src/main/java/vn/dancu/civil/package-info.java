/**
 * What a population register shares on all its floors, in plain Java: text, names, dates, numbers, lists, units.
 */
@NullMarked
package vn.dancu.civil;

import org.jspecify.annotations.NullMarked;
