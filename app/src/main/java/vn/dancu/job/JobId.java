package vn.dancu.job;

/** The number of a job. */
public record JobId(long value) {}
