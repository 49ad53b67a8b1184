/** Pure rules of the sources: what a sheet says after the archivist's answer. */
@NullMarked
package vn.dancu.sources.domain;

import org.jspecify.annotations.NullMarked;
