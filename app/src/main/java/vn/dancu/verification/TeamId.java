package vn.dancu.verification;

/** Key of a team. */
public record TeamId(long value) {}
