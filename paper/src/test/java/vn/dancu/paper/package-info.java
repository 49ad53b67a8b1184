/** Tests of the layouts of forms and of the codes on them. */
@NullMarked
package vn.dancu.paper;

import org.jspecify.annotations.NullMarked;
