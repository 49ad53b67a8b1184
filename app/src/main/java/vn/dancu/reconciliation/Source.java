package vn.dancu.reconciliation;

import java.util.Arrays;
import java.util.Optional;

/** Who may be right about a field. */
public enum Source {
    FORM("form"),
    RESIDENCE_BOOK("residence-book"),
    ARCHIVE("archive"),
    /** A paper that the citizen showed when asked. */
    PAPERS("papers");

    private final String code;

    Source(String code) {
        this.code = code;
    }

    /** The word in result files and in the database. */
    public String code() {
        return code;
    }

    public static Optional<Source> byCode(String code) {
        return Arrays.stream(values())
                .filter(source -> source.code.equals(code))
                .findFirst();
    }
}
