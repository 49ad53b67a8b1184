package vn.dancu.reconciliation;

/** What the comparison of one form with all sources came to; the first that holds, in this order. */
public enum Outcome {
    /** The later of two forms for one person. */
    DUPLICATE,
    /** Between two entries, or between one and none, no decision is possible. */
    UNCERTAIN,
    /** No entry in the residence books, whatever the archive says. */
    NOT_IN_BOOKS,
    /** At least one field truly differs from the book or the archive. */
    DIFFERS,
    /** Every difference has a named explanation. */
    EXPLAINED,
    AGREES
}
