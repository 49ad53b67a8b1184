package vn.dancu.verification;

/** Key of a round of re-verification. */
public record RoundId(long value) {}
