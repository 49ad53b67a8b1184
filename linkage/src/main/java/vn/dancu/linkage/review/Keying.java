package vn.dancu.linkage.review;

/** What one person said of a pair, by the ids of its records. */
public record Keying(String left, String right, Answer answer, String who) {}
