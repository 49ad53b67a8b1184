package vn.dancu.shared;

/** The database's own key of a collection form; the number printed on the paper is {@code form_no}. */
public record FormId(long value) {}
