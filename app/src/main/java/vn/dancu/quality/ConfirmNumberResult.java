package vn.dancu.quality;

import java.util.function.Supplier;

/** How a second officer's confirmation ended that the card bears the contradicting number. */
public sealed interface ConfirmNumberResult {
    /** The contradiction is lifted and a case for a new number is open. */
    record Confirmed(long reissueCase) implements ConfirmNumberResult {}

    /** Whoever collected, typed or corrected the form cannot be the second officer. */
    record SameEyes() implements ConfirmNumberResult {}

    /** No open contradiction between the number and sex, year or place of birth registration. */
    record NothingToConfirm() implements ConfirmNumberResult {}

    /** No such form in the officer's area, or the role does not confirm. */
    record NotFound() implements ConfirmNumberResult {}

    /** The case, or what is to be done without one. */
    default long caseOr(Supplier<Long> otherwise) {
        return this instanceof Confirmed confirmed ? confirmed.reissueCase() : otherwise.get();
    }
}
