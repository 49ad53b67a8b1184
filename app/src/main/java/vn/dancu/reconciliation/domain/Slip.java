package vn.dancu.reconciliation.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.name.NameDifference;
import vn.dancu.civil.name.PersonName;
import vn.dancu.intake.FormField;

/** Whether one value is another one miswritten, and not a value of its own. */
final class Slip {
    private static final int NEAR_YEARS = 2;

    private Slip() {}

    static boolean of(FormField field, @Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        return switch (field) {
            case FULL_NAME, OTHER_NAME, FATHER_NAME, MOTHER_NAME, SPOUSE_NAME, HEAD_NAME ->
                ofNames(PersonName.of(one), PersonName.of(other));
            case BIRTH_DATE ->
                ofDates(PartialDate.read(one).date(), PartialDate.read(other).date());
            case PERSONAL_ID, OLD_ID -> EditDistance.atMost(NumberRules.digits(one), NumberRules.digits(other), 2);
            default -> true;
        };
    }

    /** A few letters apart, or the same words in another order. */
    private static boolean ofNames(PersonName one, PersonName other) {
        if (NameDifference.between(one, other) == NameDifference.TYPING) {
            return true;
        }
        String[] left = one.folded().split(" ", -1);
        String[] right = other.folded().split(" ", -1);
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }

    /** One part differs, or day and month changed places; a date that cannot be read was miswritten. */
    private static boolean ofDates(@Nullable PartialDate one, @Nullable PartialDate other) {
        if (one == null || other == null) {
            return true;
        }
        if (one.year() == other.year() && one.day() == other.month() && one.month() == other.day()) {
            return true;
        }
        if (one.year() != other.year()) {
            return one.isFull()
                    && other.isFull()
                    && one.month() == other.month()
                    && one.day() == other.day()
                    && (Math.abs(one.year() - other.year()) <= NEAR_YEARS
                            || EditDistance.atMost(String.valueOf(one.year()), String.valueOf(other.year()), 1));
        }
        return !(isOther(one.month(), other.month()) && isOther(one.day(), other.day()))
                && isNear(one.month(), other.month())
                && isNear(one.day(), other.day());
    }

    /** Equal or not known, next to each other, or one of two digits another: 12 for 17, 5 for 25. */
    private static boolean isNear(int one, int other) {
        return !isOther(one, other) || Math.abs(one - other) <= 1 || one % 10 == other % 10 || one / 10 == other / 10;
    }

    private static boolean isOther(int one, int other) {
        return one != 0 && other != 0 && one != other;
    }
}
