package vn.dancu.civil;

/** Of one item against another: three-valued, because a part that is not known proves nothing. */
public enum Verdict {
    AGREE,
    DIFFER,
    CANNOT_TELL
}
