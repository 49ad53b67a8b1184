package vn.dancu.paper;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What a sheet of paper says of itself. The QR code holds all of it, {@link #text()}; the Code 128 holds number and page,
 * {@link #bar()}. Both end in a check value, so that a code of another system, a code typed by hand and a code misread are
 * told from ours. The check value guards against mistakes, not against forgery.
 *
 * <p>QR: {@code DANCU1:B:HG0001365:DC01/41-2019:1-1:7K2Q9X}, upper case only, so that it takes the compact mode of QR codes.
 * Bars: {@code HG0001365+17K2Q}.
 *
 * @param kind of sheet
 * @param number of the form, on a cover sheet that of the batch; {@link #isNumber}
 * @param version of the form: DC01/41-2019; empty where the kind has none
 * @param page from 1
 * @param pages how many the form or the stack has, at least {@code page}
 */
public record PageCode(Kind kind, String number, String version, int page, int pages) {
    /** What kind of sheet bears the code. */
    public enum Kind {
        /** A page to be filled in by hand. */
        BLANK('B'),
        /** A page on which known data were printed; the citizen corrects by hand. */
        FILLED('F'),
        /** A label stuck on a form that bore none: says which form, not where its fields lie. */
        LABEL('L'),
        /** The first sheet of a stack; how many sheets follow is {@code pages}. */
        COVER('C'),
        /** A side of minutes or a receipt, by its own number: no form and no stack, and it bears no bars. */
        DOCUMENT('D');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Optional<Kind> of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public static final int LONGEST_NUMBER = 24;
    public static final int MOST_PAGES = 9999;

    private static final String PREFIX = "DANCU";
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0," + (LONGEST_NUMBER - 1) + "}");
    private static final Pattern VERSION = Pattern.compile("[A-Z0-9]{1,10}/[A-Z0-9.-]{1,20}");
    private static final Pattern TEXT =
            Pattern.compile("DANCU1:([A-Z]):([A-Z0-9./-]+):([A-Z0-9./-]+):(\\d{1,4})-(\\d{1,4}):([0-9A-Z]{6})");
    private static final Pattern BAR = Pattern.compile("([A-Z0-9./-]+)\\+(\\d|L|C)([0-9A-Z]{4})");

    /** Crockford's base 32: without I, L, O and U, which are taken for others. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public PageCode {
        if (!isNumber(number)) {
            throw new IllegalArgumentException("not a number that a code can hold");
        }
        if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a version that a code can hold: " + version);
        }
        if ((kind == Kind.BLANK || kind == Kind.FILLED) && version.isEmpty()) {
            throw new IllegalArgumentException("a form's page without its version");
        }
        if (page < 1 || pages < page || pages > MOST_PAGES) {
            throw new IllegalArgumentException("no page " + page + " of " + pages);
        }
    }

    /** Whether a code can hold it: 1 to 24 of A–Z, 0–9, full stop, slash and hyphen, the first a letter or a digit. */
    public static boolean isNumber(String number) {
        return NUMBER.matcher(number).matches();
    }

    /** Whether the code lies where the layout of its version says, so that the fields can be found by it. */
    public boolean isPrintedPage() {
        return kind == Kind.BLANK || kind == Kind.FILLED;
    }

    /** What the QR code holds. */
    public String text() {
        String body = PREFIX + "1:" + kind.letter + ":" + number + ":" + (version.isEmpty() ? "-" : version) + ":"
                + page + "-" + pages;
        return body + ":" + check(body, 6);
    }

    /** What the Code 128 holds. */
    public String bar() {
        String body = number + "+"
                + switch (kind) {
                    case BLANK, FILLED -> String.valueOf(Math.min(page, 9));
                    case LABEL -> "L";
                    case COVER -> "C";
                    case DOCUMENT -> "D";
                };
        return body + check(body, 4);
    }

    private static String check(String body, int digits) {
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long value = crc.getValue();
        StringBuilder out = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            out.append(DIGITS.charAt((int) (value & 31)));
            value >>>= 5;
        }
        return out.toString();
    }

    /** What a text out of a code is. */
    public sealed interface Reading {
        record Read(PageCode code) implements Reading {}

        /** A form's number out of bars: page 0 means a label or a cover sheet. */
        record Number(String number, int page, boolean isCover) implements Reading {}

        /** Of another system, or no code of ours at all. */
        record Foreign() implements Reading {}

        /** Ours by its look, and damaged, typed by hand or made by somebody else. */
        record Refused(Why why) implements Reading {}

        /** The code, when it is one of ours and whole. */
        default Optional<PageCode> found() {
            return this instanceof Read read ? Optional.of(read.code) : Optional.empty();
        }
    }

    /** Why a code that looks like ours is not taken. */
    public enum Why {
        WRONG_CHECK_VALUE,
        /** Of a later program: another generation or kind of code. */
        UNKNOWN_KIND,
        MALFORMED
    }

    /** What a QR code of ours says; never throws, whatever the text. */
    public static Reading read(String text) {
        if (!text.startsWith(PREFIX)) {
            return new Reading.Foreign();
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            boolean isOtherGeneration = text.matches("DANCU([02-9]|1\\d):[ -~]{1,200}");
            return new Reading.Refused(isOtherGeneration ? Why.UNKNOWN_KIND : Why.MALFORMED);
        }
        if (!check(text.substring(0, text.length() - 7), 6).equals(parts.group(6))) {
            return new Reading.Refused(Why.WRONG_CHECK_VALUE);
        }
        Optional<Kind> kind = Kind.of(parts.group(1).charAt(0));
        if (kind.isEmpty()) {
            return new Reading.Refused(Why.UNKNOWN_KIND);
        }
        String version = parts.group(3).equals("-") ? "" : parts.group(3);
        try {
            return new Reading.Read(new PageCode(
                    kind.get(),
                    parts.group(2),
                    version,
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(5))));
        } catch (IllegalArgumentException e) {
            return new Reading.Refused(Why.MALFORMED);
        }
    }

    /** What bars of ours say; never throws, whatever the text. */
    public static Reading readBar(String text) {
        Matcher parts = BAR.matcher(text);
        if (!parts.matches() || !isNumber(parts.group(1))) {
            return new Reading.Foreign();
        }
        if (!check(text.substring(0, text.length() - 4), 4).equals(parts.group(3))) {
            return new Reading.Refused(Why.WRONG_CHECK_VALUE);
        }
        char mark = parts.group(2).charAt(0);
        return new Reading.Number(parts.group(1), Character.isDigit(mark) ? mark - '0' : 0, mark == 'C');
    }

    /** The number in whatever a bar-code reader at a desk has typed: bars, QR or the bare number. */
    public static String numberIn(String typed) {
        String text = typed.strip();
        Reading reading = text.startsWith(PREFIX + "1:") ? read(text) : readBar(text);
        if (reading instanceof Reading.Number number) {
            return number.number();
        }
        return reading.found().map(PageCode::number).orElse(text);
    }

    /** Without the number: it leads to a person. */
    @Override
    public String toString() {
        return "PageCode[" + kind + " " + version + " " + page + "/" + pages + "]";
    }
}
