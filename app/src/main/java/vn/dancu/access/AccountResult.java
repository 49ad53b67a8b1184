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
    /** Demo accounts exist only on a database that the demo made. */
    NOT_A_DEMO_DATABASE
}
