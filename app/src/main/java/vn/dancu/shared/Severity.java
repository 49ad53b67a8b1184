package vn.dancu.shared;

/** How much a finding asks for. */
public enum Severity {
    /** The form, read alone, is wrong or incomplete: it stays where it is until it is corrected. */
    BLOCKING,
    /** Something outside the form speaks against it: an officer's written reason lifts it. */
    EXPLAIN,
    /** For information. */
    NOTE
}
