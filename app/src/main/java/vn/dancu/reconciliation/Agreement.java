package vn.dancu.reconciliation;

import java.util.Arrays;

/** What the comparison of one field came to. */
public enum Agreement {
    AGREE("agree"),
    /** Written otherwise, and a named rule says why that is no error. */
    EXPLAINED("explained"),
    DIFFERS("differs"),
    /** Both sides say something, and what they say neither agrees nor contradicts. */
    CANNOT_TELL("cannot-tell");

    private final String code;

    Agreement(String code) {
        this.code = code;
    }

    /** The word in result files and in the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for any other word */
    public static Agreement byCode(String code) {
        return Arrays.stream(values())
                .filter(agreement -> agreement.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no agreement is called " + code));
    }
}
