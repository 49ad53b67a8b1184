package vn.dancu.linkage;

/** What a person said of a pair of rows. */
public record Label(int left, int right, boolean same) {}
