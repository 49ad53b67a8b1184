/**
 * Invented scans with their truth, to measure a reader by: a form is filled in, worn, and scanned badly, all by a seed. Entry
 * point: {@link vn.dancu.paper.corpus.Corpus}.
 */
@NullMarked
package vn.dancu.paper.corpus;

import org.jspecify.annotations.NullMarked;
