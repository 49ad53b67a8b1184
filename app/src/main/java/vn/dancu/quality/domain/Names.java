package vn.dancu.quality.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.name.NameDifference;
import vn.dancu.civil.name.PersonName;

/** Two writings of one person's name on papers of one day, by one collector: held to more than papers years apart. */
final class Names {
    private Names() {}

    /** Alike but for the way of writing: case, form, encoding, place of the tone, i and y. */
    static boolean areAlike(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return false;
        }
        if (a.equals(b)) {
            return true;
        }
        return mayBeAlike(a, b) && difference(a, b).ordinal() <= NameDifference.I_Y.ordinal();
    }

    /** False when the letters differ even without marks, and neither is text of an old encoding; costs no texts. */
    private static boolean mayBeAlike(String a, String b) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < a.length() && !isLetter(a.charAt(i))) {
                i++;
            }
            while (j < b.length() && !isLetter(b.charAt(j))) {
                j++;
            }
            if (i == a.length() || j == b.length()) {
                return i == a.length() && j == b.length() || isOdd(a) || isOdd(b);
            }
            if (Hashes.letter(a.charAt(i++)) != Hashes.letter(b.charAt(j++))) {
                return isOdd(a) || isOdd(b);
            }
        }
    }

    private static boolean isLetter(char c) {
        char letter = Hashes.letter(c);
        return letter != 0 && letter != ' ';
    }

    private static boolean isOdd(String name) {
        return (NameText.scan(name) & ~(NameText.LETTER | NameText.DIGIT)) != 0;
    }

    /** One name written wrong or short: marks lost, a middle word dropped, a slip. Not alike, and not another person. */
    static boolean areAlmostAlike(@Nullable String a, @Nullable String b) {
        if (a == null || b == null || a.equals(b)) {
            return false;
        }
        NameDifference difference = difference(a, b);
        return difference == NameDifference.MARKS
                || difference == NameDifference.MIDDLE_DROPPED
                || difference == NameDifference.TYPING;
    }

    static NameDifference difference(String a, String b) {
        return NameDifference.between(PersonName.of(a), PersonName.of(b));
    }
}
