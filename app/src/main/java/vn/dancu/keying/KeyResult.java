package vn.dancu.keying;

/** How saving what was keyed ended. */
public sealed interface KeyResult {
    /** @param state that the paper has now */
    record Saved(PaperState state) implements KeyResult {}

    /** @param why it was not saved */
    record Refused(Why why) implements KeyResult {}

    /** Why nothing was saved. */
    enum Why {
        /** No such paper in the actor's area. */
        NO_SUCH_PAPER,
        WRONG_ROLE,
        /** The pass was keyed already, by a second click or by somebody else. */
        STALE,
        /** Somebody else keys it now. */
        HELD,
        /** Whoever keyed first neither keys the second time nor settles. */
        SAME_EYES,
        /** A field that is to be keyed was not sent. */
        INCOMPLETE,
        /** Longer than a field may be. */
        TOO_LONG
    }
}
