package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.number.OldId;
import vn.dancu.civil.text.VietnameseText;

/** How raw text becomes what is compared; the rules of the text itself are civil's. */
final class Reading {

    private static final int PERSONAL_ID_DIGITS = 12;

    private Reading() {}

    static String fold(String text) {
        return VietnameseText.fold(text);
    }

    /** Adds a name as written to the dictionary; 0 when it holds no word. */
    static int name(String written, Names names) {
        PersonName name = PersonName.of(VietnameseText.upper(written));
        Parts parts = names.parts;
        return names.add(parts.add(name.surname()), parts.add(name.middle()), parts.add(name.given()));
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

    static int date(String written) {
        PartialDate date = PartialDate.read(written).date();
        return date == null ? 0 : Dates.pack(date.year(), date.month(), date.day());
    }

    /** Twelve digits as nibbles; anything else, and a row of one digit, is not known. */
    static long personalId(String written) {
        String digits = digits(written);
        return digits.length() == PERSONAL_ID_DIGITS && !constant(digits) ? Numbers.pack(digits) : 0;
    }

    static long[] numbers(String joined) {
        List<Long> numbers = new ArrayList<>();
        for (OldId id : OldId.parseMany(joined)) {
            String digits = id.digits();
            if (digits != null && !constant(digits)) {
                numbers.add(Numbers.pack(digits));
            }
        }
        return numbers.stream().mapToLong(Long::longValue).distinct().sorted().toArray();
    }

    /** A hash of the folded text that is never 0 unless the text is empty. */
    static int foldedHash(String written) {
        String folded = fold(written);
        if (folded.isEmpty()) {
            return 0;
        }
        long hash = 1125899906842597L;
        for (int i = 0; i < folded.length(); i++) {
            hash = 31 * hash + folded.charAt(i);
        }
        int mixed = (int) LongCodes.mix(hash);
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
            } else if (c != ' ' && c != '.' && c != '-') {
                return "";
            }
        }
        return digits.toString();
    }
}
