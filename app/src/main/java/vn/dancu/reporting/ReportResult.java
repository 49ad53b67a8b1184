package vn.dancu.reporting;

/** How an act on an official report ended. */
public sealed interface ReportResult {
    /** @param report its key; of a reminder or a template, that one's */
    record Done(long report) implements ReportResult {}

    record Refused(Why why) implements ReportResult {}

    /** Why not. */
    enum Why {
        WRONG_ROLE,
        NO_SUCH_REPORT,
        OUTSIDE_AREA,
        /** Ends before it begins, is longer than a year, or is no date. */
        PERIOD_WRONG,
        /** Begins after today. */
        PERIOD_NOT_BEGUN,
        /** The figures were counted before the last day. */
        COUNTED_TOO_EARLY,
        /** Nobody signs before the last day. */
        PERIOD_NOT_OVER,
        /** Signed already: a period and unit has one frozen report. */
        FROZEN,
        /** Somebody counted or wrote since the page was opened. */
        STALE,
        TOO_LONG,
        INCOMPLETE,
        /** More persons than there can be, and no word why. */
        NOT_EXPLAINED,
        /** Signing for another needs the paper that says so. */
        /** Every unit has reported. */
        NOBODY_LATE,
        NO_REASON,
        NO_COLUMNS,
        LAST_KIND
    }
}
