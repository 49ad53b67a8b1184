package vn.dancu.linkage.review;

import java.util.Locale;
import java.util.Optional;

/** What a person says of a pair of records. */
public enum Answer {
    SAME,
    NOT_SAME,
    CANNOT_TELL;

    /** As a file of answers writes it: {@code not-same}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Also with spaces or "the": "not the same". Empty where it is none of the three. */
    public static Optional<Answer> read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace("the ", "").replaceAll("[\\s_-]+", "-");
        for (Answer answer : values()) {
            if (answer.written().equals(plain)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
