package vn.dancu.journey;

/** Why a form did not take a step. A refusal is an ordinary outcome, so it is a value and not an exception. */
public enum Refusal {
    /** No such form, or none that this actor may know of: both look alike from outside. */
    NOT_FOUND(404),
    WRONG_ROLE(403),
    /** The actor collected, typed or corrected this form, so other eyes must judge it. */
    SAME_EYES(403),
    WRONG_STAGE(409),
    /** The paper has not come as far as the route asks. */
    PAPER_NOT_READY(409),
    /** The re-verification has not come as far as the route asks. */
    NOT_REVERIFIED(409),
    /** The lot of its re-verification is not accepted yet, or was sent back for a full check. */
    LOT_NOT_ACCEPTED(409),
    ON_HOLD(409),
    /** It does not plainly agree with the books, and the approver has not opened it since it says what it says. */
    NOT_OPENED(409),
    /** Somebody changed the form since it was read. */
    STALE(409),
    /** The paper was rewritten under a number that another form has or had, or under none. */
    NUMBER_TAKEN(409),
    /** A check blocks: the form must be corrected. */
    BLOCKED(422),
    /** Something waits for an officer's decision or written reason. */
    UNSETTLED(422);

    private final int httpStatus;

    Refusal(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
