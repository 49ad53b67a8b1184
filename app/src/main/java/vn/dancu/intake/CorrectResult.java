package vn.dancu.intake;

/** How a correction ended. */
public sealed interface CorrectResult {
    /** @param version the version that now counts */
    record Corrected(int version) implements CorrectResult {}

    /** Somebody else corrected the form in the meantime. */
    record Stale(int currentVersion) implements CorrectResult {}

    /** The paper was rewritten under a number that another form has or had. */
    record NumberTaken() implements CorrectResult {}

    /** The changed form has no number, or an endless one. */
    record NumberUnusable() implements CorrectResult {}

    /** No such form, or not in the actor's area. */
    record NotFound() implements CorrectResult {}

    default boolean isCorrected() {
        return this instanceof Corrected;
    }
}
