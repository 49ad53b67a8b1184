package vn.dancu.keying;

/** The database's own key of a paper that is keyed. */
public record PaperId(long value) {}
