package vn.dancu.sources;

/** The key of a look-up request; the number on its paper is {@code request_no}. */
public record LookupId(long value) {}
