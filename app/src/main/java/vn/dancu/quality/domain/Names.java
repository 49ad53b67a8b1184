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
        return a.equals(b) || difference(a, b).ordinal() <= NameDifference.I_Y.ordinal();
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
