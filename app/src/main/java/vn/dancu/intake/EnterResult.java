package vn.dancu.intake;

import java.util.Optional;
import vn.dancu.shared.FormId;

/** How typing a paper into the system ended. */
public sealed interface EnterResult {
    record Entered(FormId form) implements EnterResult {}

    /** A form has or had this number. */
    record NumberTaken() implements EnterResult {}

    /** The paper has no number, or an endless one. */
    record NumberUnusable() implements EnterResult {}

    /** The commune and group on the paper are not the officer's. */
    record OutsideArea() implements EnterResult {}

    default boolean isEntered() {
        return this instanceof Entered;
    }

    default Optional<FormId> entered() {
        return this instanceof Entered entered ? Optional.of(entered.form()) : Optional.empty();
    }
}
