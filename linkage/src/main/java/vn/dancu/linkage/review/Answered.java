package vn.dancu.linkage.review;

/** What somebody said of a candidate. */
public record Answered(int left, int right, Answer answer) {}
