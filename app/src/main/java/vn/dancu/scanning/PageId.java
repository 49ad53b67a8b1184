package vn.dancu.scanning;

/** The database's own key of a scanned page. */
public record PageId(long value) {}
