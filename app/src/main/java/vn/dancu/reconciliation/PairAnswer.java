package vn.dancu.reconciliation;

import java.util.Optional;
import java.util.stream.Stream;

/** What an officer says of a form and an entry. */
public enum PairAnswer {
    SAME("same"),
    NOT_SAME("not-same"),
    CANNOT_TELL("cannot-tell");

    private final String code;

    PairAnswer(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PairAnswer> byCode(String code) {
        return Stream.of(values()).filter(answer -> answer.code.equals(code)).findFirst();
    }
}
