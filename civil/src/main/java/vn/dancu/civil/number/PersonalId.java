package vn.dancu.civil.number;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Provinces;
import vn.dancu.civil.list.Sex;

/**
 * The 12-digit personal identification number (số định danh cá nhân; Circular 07/2016/TT-BCA art. 7).
 *
 * <p>Digits 1-3: place of birth registration; digit 4: century and sex; digits 5-6: year of birth; the last six are
 * random. There is no check digit, so a mistyped digit can only be found by comparing with the rest of the form.
 */
public record PersonalId(String digits) {
    private static final int LENGTH = 12;
    /** Since the provinces were merged on 1/7/2025 the codes given to births are not known to us. */
    private static final int LAST_YEAR_OF_KNOWN_PLACES = 2024;

    public PersonalId {
        if (!isNumber(digits)) {
            throw new IllegalArgumentException("a personal number has 12 digits");
        }
    }

    private static boolean isNumber(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Empty unless the text is 12 digits; spaces around and between them are overlooked. */
    public static Optional<PersonalId> parse(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        if (isNumber(written)) {
            return Optional.of(new PersonalId(written));
        }
        String bare = withoutSpaces(written);
        return isNumber(bare) ? Optional.of(new PersonalId(bare)) : Optional.empty();
    }

    private static String withoutSpaces(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Three digits: a province's code with a leading zero, or a country's. */
    public String placeCode() {
        return digits.substring(0, 3);
    }

    public Sex sex() {
        return (digits.charAt(3) - '0') % 2 == 0 ? Sex.MALE : Sex.FEMALE;
    }

    public int birthYear() {
        int century = (digits.charAt(3) - '0') / 2;
        return 1900 + century * 100 + (digits.charAt(4) - '0') * 10 + (digits.charAt(5) - '0');
    }

    public Verdict agreesWithSex(@Nullable Sex sex) {
        if (sex == null) {
            return Verdict.CANNOT_TELL;
        }
        return sex == sex() ? Verdict.AGREE : Verdict.DIFFER;
    }

    public Verdict agreesWithBirth(@Nullable PartialDate birth) {
        if (birth == null) {
            return Verdict.CANNOT_TELL;
        }
        return birth.year() == birthYear() ? Verdict.AGREE : Verdict.DIFFER;
    }

    /**
     * @param provinceCode the 2-digit code, as the provinces were before 1/7/2025, of the place of birth registration;
     *     null when not known
     */
    public Verdict agreesWithPlace(@Nullable String provinceCode) {
        if (provinceCode == null || Provinces.nameOf(provinceCode).isEmpty()) {
            return Verdict.CANNOT_TELL;
        }
        if (digits.charAt(0) == '0' && digits.startsWith(provinceCode, 1)) {
            return Verdict.AGREE;
        }
        return birthYear() > LAST_YEAR_OF_KNOWN_PLACES ? Verdict.CANNOT_TELL : Verdict.DIFFER;
    }

    /**
     * The same for a place of which only the province of today is known, which may have been any of several.
     *
     * @param provinceCodes of the provinces before 1/7/2025 that it was made from
     */
    public Verdict agreesWithAnyPlace(Collection<String> provinceCodes) {
        Verdict verdict = Verdict.CANNOT_TELL;
        for (String code : provinceCodes) {
            Verdict one = agreesWithPlace(code);
            if (one == Verdict.AGREE) {
                return one;
            }
            if (one == Verdict.DIFFER) {
                verdict = one;
            }
        }
        return verdict;
    }

    /** Masks all but the place. */
    @Override
    public String toString() {
        return "PersonalId[" + placeCode() + "*********]";
    }
}
