package vn.dancu.reconciliation.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.name.NameDifference;
import vn.dancu.civil.name.PersonName;
import vn.dancu.civil.number.OldId;
import vn.dancu.intake.FormField;

/**
 * Whether two records of one file can be of one person at all, however much they have in common: brothers and sisters share
 * surname, parents, house and often the given name, and a number may be copied from another's paper.
 */
public final class SamePerson {
    private SamePerson() {}

    /** What of a record speaks for or against; the sex as a code, all else as written. */
    public record Traits(
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String personalId,
            @Nullable String oldIds,
            @Nullable String household,
            @Nullable String fatherName,
            @Nullable String motherName) {}

    private enum Likeness {
        SAME,
        /** Alike as far as both are known. */
        PARTLY,
        SLIP,
        OTHER
    }

    /**
     * Name and birth date can both be one person's; where a number is shared one of the two is enough, and where two
     * well-formed numbers differ nothing is. Somebody of whom only the year is known is one with his namesake only in one
     * house or of one pair of parents.
     */
    public static boolean isPossible(Traits one, Traits other) {
        Match numbers = NumberRules.personalIds(one.personalId(), other.personalId());
        boolean slip = Slip.of(FormField.PERSONAL_ID, one.personalId(), other.personalId());
        if (numbers != null && numbers.isDifference() && !slip) {
            return false;
        }
        Likeness name = names(one.fullName(), other.fullName());
        Likeness date = dates(one.birthDate(), other.birthDate());
        if ((numbers != null && numbers.isCompatible()) || shareOldNumber(one.oldIds(), other.oldIds())) {
            return name != Likeness.OTHER || date != Likeness.OTHER;
        }
        boolean otherSex =
                one.sex() != null && other.sex() != null && !one.sex().equals(other.sex());
        if (otherSex || name == Likeness.OTHER || date == Likeness.OTHER) {
            return false;
        }
        return switch (date) {
            case SAME -> name == Likeness.SAME || !haveOldNumbers(one, other);
            case SLIP -> name == Likeness.SAME && !haveOldNumbers(one, other);
            case PARTLY -> name == Likeness.SAME && !haveOldNumbers(one, other) && shareFamily(one, other);
            case OTHER -> false;
        };
    }

    private static Likeness names(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Likeness.PARTLY;
        }
        if (NameDifference.between(PersonName.of(one), PersonName.of(other)).agrees()) {
            return Likeness.SAME;
        }
        return Slip.of(FormField.FULL_NAME, one, other) ? Likeness.SLIP : Likeness.OTHER;
    }

    private static Likeness dates(@Nullable String one, @Nullable String other) {
        PartialDate left = PartialDate.read(one).date();
        PartialDate right = PartialDate.read(other).date();
        if (left == null || right == null) {
            return Likeness.PARTLY;
        }
        if (left.compare(right) != Verdict.DIFFER) {
            return left.isFull() && right.isFull() ? Likeness.SAME : Likeness.PARTLY;
        }
        return Slip.of(FormField.BIRTH_DATE, one, other) ? Likeness.SLIP : Likeness.OTHER;
    }

    /** Two numbers, and not one in common: possible after a move, but it takes all else to agree. */
    private static boolean haveOldNumbers(Traits one, Traits other) {
        return one.oldIds() != null && other.oldIds() != null;
    }

    private static boolean shareFamily(Traits one, Traits other) {
        if (one.household() != null && one.household().equals(other.household())) {
            return true;
        }
        return one.fatherName() != null
                && one.motherName() != null
                && names(one.fatherName(), other.fatherName()) == Likeness.SAME
                && names(one.motherName(), other.motherName()) == Likeness.SAME;
    }

    /** The same number, or the same with one digit wrong. */
    private static boolean shareOldNumber(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        for (OldId left : OldId.parseMany(one)) {
            for (OldId right : OldId.parseMany(other)) {
                OldId.Difference difference = left.difference(right);
                if (difference == OldId.Difference.SAME || difference == OldId.Difference.TYPING) {
                    return true;
                }
            }
        }
        return false;
    }
}
