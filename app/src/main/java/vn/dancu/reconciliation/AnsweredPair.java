package vn.dancu.reconciliation;

/** A pair, and what was said of it. */
public record AnsweredPair(PairToReview pair, PairAnswer answer) {}
