package vn.dancu.verification;

/** Key of a household's sheet. */
public record SheetId(long value) {}
