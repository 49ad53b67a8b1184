package vn.dancu.custody;

/** How an act on a batch ended. */
public sealed interface CustodyResult {
    /** @param batch the batch it was done to */
    record Done(BatchId batch) implements CustodyResult {}

    /** Giver, taker and system must agree on the count before a batch changes hands. */
    record CountDiffers(int inBatch, int counted) implements CustodyResult {}

    record Refused(Why why) implements CustodyResult {}

    /** Why an act was refused. */
    enum Why {
        NO_SUCH_BATCH,
        WRONG_ROLE,
        NUMBER_TAKEN,
        /** A form of it lies in another batch, or is none. */
        FORM_NOT_FREE,
        EMPTY,
        OUTSIDE_AREA,
        NOT_GIVEN_YET,
        ALREADY_GIVEN,
        ALREADY_TAKEN,
        SAME_PERSON
    }

    default boolean isDone() {
        return this instanceof Done;
    }
}
