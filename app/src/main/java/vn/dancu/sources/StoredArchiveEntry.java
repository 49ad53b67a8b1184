package vn.dancu.sources;

/** A sheet of the archive as it lies in the store, with its key. */
public record StoredArchiveEntry(long id, ArchiveEntry entry) {}
