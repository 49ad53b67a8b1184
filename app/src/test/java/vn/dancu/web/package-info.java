/** The screens over real HTTP and in a real browser, on invented people. */
@NullMarked
package vn.dancu.web;

import org.jspecify.annotations.NullMarked;
