package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.text.VietnameseText;

/** How raw text becomes what is compared; the rules of the text itself are civil's. */
final class Reading {

    static final String GENERIC = "generic";
    static final String MONTH_FIRST = "mdy";
    static final String PERSONAL_ID = "personal-id";

    /** A run of one digit is no number but a way to say that there is none: 999999999. */
    static final int CONSTANT_FROM = 5;

    private static final int PERSONAL_ID_DIGITS = 12;
    private static final Pattern MEMBERS = Pattern.compile("[|;,]");
    private static final Pattern COMPACT_DATE =
            Pattern.compile("(1[0-9]{3}|20[0-9]{2})(0[1-9]|1[0-2])([0-2][0-9]|3[01])");
    private static final Pattern MONTH_FIRST_DATE = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");

    private Reading() {}

    static String fold(String text) {
        return VietnameseText.fold(text);
    }

    /** Text as EXACT compares it: one Unicode form, small letters, single spaces. */
    static String text(String written) {
        return VietnameseText.lower(VietnameseText.tidy(written));
    }

    /** Adds a name as written to the dictionary; 0 when it holds no letter, as the dash that stands for none. */
    static int name(String written, Names names, boolean generic) {
        if (fold(written).isEmpty()) {
            return 0;
        }
        PersonName name = PersonName.of(VietnameseText.upper(generic ? surnameFirst(written) : written));
        Parts parts = names.parts;
        return names.add(parts.add(name.surname()), parts.add(name.middle()), parts.add(name.given()));
    }

    /** "John Paul Smith" and "Smith, John Paul" as "Smith Paul John": surname, middle names, given name. */
    private static String surnameFirst(String written) {
        int comma = written.indexOf(',');
        String[] words = written.replace(',', ' ').strip().split("\\s+");
        if (words.length < 2) {
            return written;
        }
        List<String> ordered = new ArrayList<>();
        if (comma >= 0) {
            String[] surnames = written.substring(0, comma).strip().split("\\s+");
            String[] givens = written.substring(comma + 1).strip().split("\\s+");
            ordered.add(String.join("-", surnames));
            ordered.addAll(List.of(givens).subList(1, givens.length));
            ordered.add(givens[0]);
        } else {
            ordered.add(words[words.length - 1]);
            ordered.addAll(List.of(words).subList(1, words.length - 1));
            ordered.add(words[0]);
        }
        return String.join(" ", ordered);
    }

    /** One text for each value that is written in several ways (Nam, M, 1). */
    static String code(Column.Kind kind, String written) {
        String known = switch (kind) {
            case SEX -> Sex.parse(written).map(Sex::code).orElse("");
            case RELATION -> Relation.parse(written).map(Relation::code).orElse("");
            default -> "";
        };
        return known.isEmpty() ? fold(written) : known;
    }

    static int date(String written, boolean monthFirst) {
        String text = written.strip();
        Matcher compact = COMPACT_DATE.matcher(text);
        if (compact.matches()) {
            return date(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher american = MONTH_FIRST_DATE.matcher(text);
        if (monthFirst && american.matches()) {
            return date(american.group(4), american.group(1), american.group(3));
        }
        PartialDate date = PartialDate.read(text).date();
        return date == null ? 0 : Dates.pack(date.year(), date.month(), date.day());
    }

    private static int date(String year, String month, String day) {
        PartialDate date = PartialDate.read(year + "-" + month + "-" + day).date();
        return date == null ? 0 : Dates.pack(date.year(), date.month(), date.day());
    }

    /** How many digits a number of that format has; 0 for any. */
    static int digitsWanted(String format) {
        if (format.equals(PERSONAL_ID)) {
            return PERSONAL_ID_DIGITS;
        }
        return !format.isEmpty() && format.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(format) : 0;
    }

    /** Digits as nibbles; another number of digits than wanted, a run of one digit, and anything else is not known. */
    static long number(String written, int wanted) {
        String digits = digits(written);
        boolean usable = !digits.isEmpty()
                && (wanted == 0 || digits.length() == wanted)
                && (digits.length() < CONSTANT_FROM || !constant(digits));
        return usable ? Numbers.pack(digits) : 0;
    }

    static long[] numbers(String joined, int wanted) {
        return MEMBERS.splitAsStream(joined)
                .mapToLong(one -> number(one, wanted))
                .filter(number -> number != 0)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Members of a set, folded. */
    static String[] members(String text) {
        return MEMBERS.splitAsStream(text)
                .map(Reading::fold)
                .filter(member -> !member.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    /** 1.500.000 as it is written in Vietnam: two dots or more can only group; behind a comma there may be decimals. */
    private static final Pattern DOTTED_THOUSANDS =
            Pattern.compile("(?<![0-9.,])[0-9]{1,3}(?:\\.[0-9]{3}){2,}(?![0-9.])");

    /**
     * A decimal number as the bits of a float; 0 where none can be read. Currency signs, thousands' commas, and thousands' dots
     * where there are two or more, are left aside: 1.500 alone is one and a half.
     */
    static int quantity(String text) {
        String written = text.indexOf('.') == text.lastIndexOf('.')
                ? text
                : DOTTED_THOUSANDS
                        .matcher(text)
                        .replaceAll(found -> found.group().replace(".", ""));
        StringBuilder number = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if ((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || isExponent(written, i)) {
                number.append(c);
            } else if (c == ',' && !thousands(written, i)) {
                number.append('.');
            } else if (c != ',' && Character.isLetter(c) && number.length() > 0) {
                break;
            }
        }
        try {
            float value = Float.parseFloat(number.toString());
            return Float.isFinite(value)
                    ? value == 0 ? Float.floatToRawIntBits(-0f) : Float.floatToRawIntBits(value)
                    : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /** Whether the e stands between two digits (1e3, 2.5E-3) and not in a word (EUR 12, 12 each). */
    private static boolean isExponent(String text, int at) {
        int next = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
        return (text.charAt(at) == 'e' || text.charAt(at) == 'E')
                && at > 0
                && isDigit(text.charAt(at - 1))
                && next < text.length()
                && isDigit(text.charAt(next));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether exactly three digits follow, so that the comma only groups. */
    private static boolean thousands(String text, int comma) {
        int at = comma + 1;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - comma - 1 == 3;
    }

    /** A hash of the folded text that is never 0 unless the text is empty. */
    static int foldedHash(String written) {
        String folded = fold(written);
        if (folded.isEmpty()) {
            return 0;
        }
        int mixed = (int) hash(folded);
        return mixed == 0 ? 1 : mixed;
    }

    /** Spread over 64 bits (FNV-1a), never 0. With a factor as small as 31, "c1" and "ao" would be one. */
    static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        long mixed = LongCodes.mix(hash ^ (long) text.length() << 56);
        return mixed == 0 ? 1 : mixed;
    }

    private static boolean constant(String digits) {
        return digits.chars().allMatch(c -> c == digits.charAt(0));
    }

    private static String digits(String written) {
        StringBuilder digits = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != ' ' && c != '.' && c != '-' && c != '(' && c != ')' && c != '+') {
                return "";
            }
        }
        return digits.toString();
    }
}
