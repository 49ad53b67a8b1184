package vn.dancu.civil.text;

/** Text of the time before Unicode. */
public final class LegacyText {
    /** How the letters of a text are to be read. */
    public enum Encoding {
        UNICODE,
        TCVN3,
        VNI,
        VIQR
    }

    private LegacyText() {}

    public static Encoding detect(String sample) {
        return Encoding.UNICODE;
    }

    public static String decode(String text, Encoding encoding) {
        return text;
    }
}
