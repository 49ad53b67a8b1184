package vn.dancu.paper.read;

import java.util.Locale;

/** What became of a page, said before the paper goes back into its box. */
public enum Verdict {
    /** Found, bound and read. */
    GOOD,
    /** The number is known, from bars or a label; where the fields lie is not. */
    NUMBER_ONLY,
    /** The first sheet of a stack. */
    COVER,
    /** Nothing stands on it: the back of a form. */
    EMPTY,
    /** Our marks, but neither code can be read: the number must be keyed. */
    NO_NUMBER,
    /** Neither marks nor codes of ours. */
    NOT_A_FORM,
    /** A code of another system. */
    FOREIGN_CODE,
    WRONG_CHECK_VALUE,
    UNKNOWN_VERSION,
    TOO_DARK,
    TOO_PALE,
    BLURRED,
    /** Fields lie outside the picture. */
    CUT_OFF,
    /** The picture or the file cannot be opened. */
    BROKEN_FILE,
    PASSWORD,
    TOO_LARGE,
    NO_PICTURE,
    /** A fault of the program: the page is for a person, the fault to be reported. */
    READER_FAILED;

    /** As result files have it: too-dark. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the paper must be scanned again. */
    public boolean mustBeScannedAgain() {
        return this == TOO_DARK || this == TOO_PALE || this == BLURRED || this == CUT_OFF;
    }
}
