package vn.dancu.custody;

/** The database's own key of a batch of paper forms. */
public record BatchId(long value) {}
