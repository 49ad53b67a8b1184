package vn.dancu.verification;

/** How making or ending a team, or noting an absence, ended. */
public sealed interface TeamResult {
    record Done() implements TeamResult {}

    /**
     * @param what the line or the officer it is about; empty where it is about none
     */
    record Refused(Why why, String what) implements TeamResult {}

    /** Why not. */
    enum Why {
        WRONG_ROLE,
        NO_SUCH_TEAM,
        NO_NAME,
        NAME_TAKEN,
        TOO_LONG,
        NO_MEMBERS,
        MEMBER_UNREADABLE,
        MEMBER_TWICE,
        MEMBER_ELSEWHERE,
        /** The account is disabled or out of its dates. */
        MEMBER_LEFT,
        /** An account that works on no forms: administrator, auditor, inspector, archivist. */
        MEMBER_NO_OFFICER,
        FEWEST_WRONG,
        OUTSIDE_AREA,
        DATES_WRONG,
        NO_SUCH_OFFICER
    }
}
