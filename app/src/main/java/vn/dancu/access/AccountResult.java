package vn.dancu.access;

/** How a change of accounts ended. */
public enum AccountResult {
    DONE,
    /** Only an administrator, or the command line on the machine itself, changes accounts. */
    NOT_ALLOWED,
    LOGIN_TAKEN,
    LOGIN_MALFORMED,
    /** The role belongs to the program itself, or the validity ends before it begins. */
    ACCOUNT_MALFORMED,
    /** Too short, too long, or guessable; see {@link Passwords}. */
    WEAK_PASSWORD,
    NO_SUCH_ACCOUNT,
    /** Administrators and auditors are made by two: another administrator must confirm. */
    WAITS_FOR_SECOND,
    /** Somebody asked for this account already. */
    ASKED_ALREADY,
    /** Whoever asked, or whom it is about, does not confirm. */
    NEEDS_ANOTHER,
    /** Nobody changes his own role. */
    NOT_ON_ONESELF,
    /** The password of an administrator or auditor is set by himself, or on the machine. */
    ONLY_BY_COMMAND,
    /** Demo accounts exist only on a database that the demo made. */
    NOT_A_DEMO_DATABASE
}
