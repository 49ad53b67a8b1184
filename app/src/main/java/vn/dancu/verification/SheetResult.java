package vn.dancu.verification;

import vn.dancu.shared.FormSet;

/** How the keying of a sheet ended. */
public sealed interface SheetResult {
    /**
     * @param visited forms that have a visit of this call
     * @param differed of these, those with a wrong item
     */
    record Recorded(int attempt, FormSet visited, FormSet differed) implements SheetResult {}

    /**
     * @param who the officer it is about; empty where it is about nobody
     */
    record Refused(Why why, String who) implements SheetResult {}

    /** Why not. */
    enum Why {
        WRONG_ROLE,
        NO_SUCH_SHEET,
        NO_JUDGE,
        NOT_OF_THE_TEAM,
        JUDGE_COLLECTED_IT,
        GUIDE_JUDGES,
        TIMES_WRONG,
        IN_THE_FUTURE,
        AGAIN_TOO_EARLY,
        NOTHING_ANSWERED,
        ALREADY_RECORDED,
        STALE_VERSION,
        TOO_LONG
    }
}
