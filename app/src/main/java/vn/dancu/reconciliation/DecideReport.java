package vn.dancu.reconciliation;

import java.util.List;

/**
 * What became of decisions.
 *
 * @param decided how many were written
 */
public record DecideReport(int decided, List<Refused> refused) {
    public DecideReport {
        refused = List.copyOf(refused);
    }

    /** One decision that was not written. */
    public record Refused(Decide decision, Why why) {}

    /** Why a decision was not written. */
    public enum Why {
        /** No such form in the actor's area. */
        NOT_FOUND,
        WRONG_ROLE,
        /** The form, or its comparison, is of another version. */
        STALE_VERSION,
        /** The field has no difference to decide. */
        NOTHING_TO_DECIDE,
        /** The chosen source says nothing about the field, or the paper's value or kind is missing. */
        NO_VALUE,
        NO_REASON,
        /** Somebody decided the field after the officer's page was shown. */
        DECIDED_MEANWHILE
    }
}
