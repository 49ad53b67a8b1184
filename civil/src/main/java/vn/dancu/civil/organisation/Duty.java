package vn.dancu.civil.organisation;

/** What an office does on the path of a form. */
public enum Duty {
    COLLECT,
    APPROVE,
    KEEP_ARCHIVE,
    PLAN_VERIFICATION,
    RE_VERIFY,
    SCAN,
    ENTER,
    INSPECT
}
