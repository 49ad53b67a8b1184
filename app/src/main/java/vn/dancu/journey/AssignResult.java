package vn.dancu.journey;

/** How giving forms to an officer ended. */
public sealed interface AssignResult {
    /**
     * @param forms now held by the officer, those not counted that were already
     * @param outside forms left as they were, because they lie outside the officer's area
     */
    record Assigned(int forms, int outside) implements AssignResult {}

    /** The actor's role gives no work to others. */
    record NotAllowed() implements AssignResult {}

    /** Nobody of this login works on forms today. */
    record NoSuchHolder() implements AssignResult {}

    /** Why is to be said, in at most {@link Assignments#LONGEST_REASON} characters. */
    record ReasonUnusable() implements AssignResult {}
}
