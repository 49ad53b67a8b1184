/**
 * What people decide about pairs. Input: candidates of an engine's run; output: a queue ordered
 * by what an answer settles, decisions, and the precision of the links with its interval. Entry points:
 * {@link vn.dancu.linkage.review.ReviewQueue}, {@link
 * vn.dancu.linkage.review.PrecisionCheck}.
 */
@NullMarked
package vn.dancu.linkage.review;

import org.jspecify.annotations.NullMarked;
