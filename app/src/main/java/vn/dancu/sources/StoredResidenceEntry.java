package vn.dancu.sources;

/** A line of a residence book as it lies in the store, with its key. */
public record StoredResidenceEntry(long id, ResidenceEntry entry) {}
