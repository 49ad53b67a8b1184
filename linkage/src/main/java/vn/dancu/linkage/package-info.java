/**
 * The record-linkage engine: two files of records in, one-to-one links with their weights out (or the clusters of one file).
 * Probabilistic, after Fellegi and Sunter, with a class of its own for relatives who share a household. Entry points:
 * {@link vn.dancu.linkage.Linker} and {@link vn.dancu.linkage.Deduper}.
 */
@NullMarked
package vn.dancu.linkage;

import org.jspecify.annotations.NullMarked;
