/** The officers' desk under load: 200 officers on a city of a million forms, and what a first visit weighs. */
@NullMarked
package vn.dancu.bench.web;

import org.jspecify.annotations.NullMarked;
