/** Speed and memory of whole runs, printed beside their targets: {@code ./dancu bench}. Nothing here is asserted by a test. */
@NullMarked
package vn.dancu.bench;

import org.jspecify.annotations.NullMarked;
