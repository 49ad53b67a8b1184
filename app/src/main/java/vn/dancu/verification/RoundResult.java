package vn.dancu.verification;

import vn.dancu.shared.FormSet;

/** How opening a round, drawing anew or accepting ended. */
public sealed interface RoundResult {
    /**
     * @param picked forms that are to be visited now and were not before
     */
    record Done(RoundId round, FormSet picked) implements RoundResult {}

    record Refused(Why why) implements RoundResult {}

    /** Why not. */
    enum Why {
        WRONG_ROLE,
        NO_SUCH_ROUND,
        OUTSIDE_AREA,
        NO_NAME,
        NAME_TAKEN,
        TOO_LONG,
        LIMITS_WRONG,
        EMPTY_LOT,
        NO_REASON,
        CENSUS_IS_NOT_DRAWN,
        ALREADY_FAILED,
        ALREADY_DECIDED,
        STILL_OPEN
    }
}
