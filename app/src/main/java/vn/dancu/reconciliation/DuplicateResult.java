package vn.dancu.reconciliation;

/** How an answer on two forms ended. */
public enum DuplicateResult {
    KEPT,
    /** The two are not in one cluster, or not both in the actor's area. */
    NOT_FOUND,
    WRONG_ROLE,
    NO_REASON,
    /** Somebody answered after the officer's page was shown. */
    ANSWERED_MEANWHILE
}
