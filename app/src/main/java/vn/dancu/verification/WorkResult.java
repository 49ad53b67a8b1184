package vn.dancu.verification;

/** How a change of hours, limits or holidays ended. */
public sealed interface WorkResult {
    record Done() implements WorkResult {}

    record Refused(Why why) implements WorkResult {}

    /** Why not. */
    enum Why {
        WRONG_ROLE,
        HOURS_UNREADABLE,
        LIMITS_WRONG,
        SHIFT_TOO_LONG,
        DAY_WRONG,
        NO_NAME,
        NO_SOURCE,
        TOO_LONG,
        NO_SUCH_RULE,
        ALREADY_SET
    }
}
