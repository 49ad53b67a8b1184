package vn.dancu.reporting;

/** How an act of an inspection ended. */
public sealed interface InspectionResult {
    record Done(InspectionId inspection) implements InspectionResult {}

    record Refused(Why why) implements InspectionResult {}

    /** Why not. */
    enum Why {
        WRONG_ROLE,
        NO_SUCH_INSPECTION,
        OUTSIDE_AREA,
        ORDER_TAKEN,
        INCOMPLETE,
        DATES_WRONG,
        TOO_LONG,
        NO_UNITS,
        SIZE_WRONG,
        EMPTY_POOL,
        NO_REASON,
        NOT_IN_SAMPLE,
        NOTE_MISSING,
        /** Somebody wrote since the page was opened. */
        STALE,
        /** A side has signed the minutes: write them anew first. */
        SIGNED,
        CLOSED,
        NOT_ALL_JUDGED,
        NO_MINUTES,
        /** A verdict or the sample changed after the minutes were written. */
        OUTDATED,
        ALREADY_SIGNED,
        NOT_A_SIDE
    }
}
