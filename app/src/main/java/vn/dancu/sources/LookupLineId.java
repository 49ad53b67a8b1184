package vn.dancu.sources;

/** The key of one line of a look-up request: one form that is asked about. */
public record LookupLineId(long value) {}
