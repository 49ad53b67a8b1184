/** Ten named tasks of the officers, done by keyboard in a real browser: key presses and seconds. */
@NullMarked
package vn.dancu.bench.tasks;

import org.jspecify.annotations.NullMarked;
