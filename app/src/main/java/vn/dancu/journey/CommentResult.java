package vn.dancu.journey;

/** How saying something about a form ended. */
public enum CommentResult {
    SAID,
    /** The same page said it already: nothing was written again. */
    SAID_BEFORE,
    NOT_FOUND,
    WRONG_ROLE,
    EMPTY,
    TOO_LONG,
    /** What it answers is no comment of this form, or is itself an answer. */
    NOTHING_TO_ANSWER
}
