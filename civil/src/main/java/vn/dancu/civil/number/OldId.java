package vn.dancu.civil.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The 9-digit number of the old identity card (CMND). The first digits name the province that issued it, so the number
 * changes when its bearer moves to another one: one person with several numbers is normal. Numbers were issued twice as
 * well, and people wrote "A" behind them to tell them apart; the text is kept as written.
 *
 * @param digits nine, or null when the text is no such number
 */
public record OldId(String written, @Nullable String digits) {
    private static final int LENGTH = 9;

    /** How two old numbers differ. */
    public enum Difference {
        SAME,
        /** One digit wrong, missing or too many, or two neighbours changed places. */
        TYPING,
        /** Two different numbers, as the law brings about. */
        OTHER,
        CANNOT_TELL
    }

    public static OldId of(String written) {
        return new OldId(written, nineDigits(written));
    }

    /** The numbers of a person, joined with bars. */
    public static List<OldId> parseMany(String joined) {
        List<OldId> numbers = new ArrayList<>(2);
        int from = 0;
        while (from <= joined.length()) {
            int bar = joined.indexOf('|', from);
            int to = bar < 0 ? joined.length() : bar;
            String one = joined.substring(from, to).strip();
            if (!one.isEmpty()) {
                numbers.add(of(one));
            }
            from = to + 1;
        }
        return numbers;
    }

    private static @Nullable String nineDigits(String text) {
        String bare = bare(text);
        if (bare.length() != LENGTH) {
            return null;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (bare.charAt(i) < '0' || bare.charAt(i) > '9') {
                return null;
            }
        }
        return bare;
    }

    /** Without the spaces, points and hyphens that people put between groups of digits. */
    private static String bare(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            char c = text.charAt(i);
            clean = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        }
        if (clean) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toUpperCase(c));
            }
        }
        return out.toString();
    }

    /** 2-digit codes of the provinces whose police may have issued it; empty when the prefix is not in our table. */
    public Set<String> issuingProvinces() {
        return digits == null ? Set.of() : OldIdPrefixes.provincesOf(digits);
    }

    public Difference difference(OldId other) {
        String mine = bare(written);
        String theirs = bare(other.written);
        if (mine.equals(theirs)) {
            return mine.isEmpty() ? Difference.CANNOT_TELL : Difference.SAME;
        }
        if (isOneSlipApart(mine, theirs)) {
            return Difference.TYPING;
        }
        return digits == null || other.digits == null ? Difference.CANNOT_TELL : Difference.OTHER;
    }

    private static boolean isOneSlipApart(String a, String b) {
        if (a.length() < LENGTH - 1 || b.length() < LENGTH - 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int restA = endA - start;
        int restB = endB - start;
        if (restA <= 1 && restB <= 1) {
            return true;
        }
        return restA == 2
                && restB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }

    /** Masks all but the prefix. */
    @Override
    public String toString() {
        return "OldId[" + (digits == null ? "***" : digits.substring(0, 2) + "*******") + "]";
    }
}
