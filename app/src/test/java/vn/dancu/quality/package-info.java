/** The checks on a database: a desk sees what the whole run sees, and what was explained stays explained. */
@NullMarked
package vn.dancu.quality;

import org.jspecify.annotations.NullMarked;
