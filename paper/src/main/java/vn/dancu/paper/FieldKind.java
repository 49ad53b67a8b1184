package vn.dancu.paper;

/** What is written into a field, and so how it is read. */
public enum FieldKind {
    /** By hand, on one line or more: keyed by an operator, never guessed. */
    HANDWRITTEN_TEXT,
    /** By a machine: read by character recognition. */
    PRINTED_TEXT,
    /** One digit to a box. */
    DIGITS,
    /** A date, one digit to a box: day, month, year; the month may bear one digit or two, by the version of the form. */
    DATE,
    /** Boxes to mark, each with its code. */
    CHECK;

    public boolean isComb() {
        return this == DIGITS || this == DATE;
    }

    public boolean isText() {
        return this == HANDWRITTEN_TEXT || this == PRINTED_TEXT;
    }
}
