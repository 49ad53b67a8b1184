package vn.dancu.reconciliation.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.DateReading;
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

    /** What of a record speaks for or against; the sex as a code, numbers as written. */
    public record Traits(
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String personalId,
            @Nullable String oldIds) {}

    /**
     * Name and birth date can both be one person's; where a number is shared one of the two is enough, and where two
     * well-formed numbers differ nothing is.
     */
    public static boolean isPossible(Traits one, Traits other) {
        Match numbers = NumberRules.personalIds(one.personalId(), other.personalId());
        if (numbers != null && numbers.isDifference() && !Slip.of(FormField.PERSONAL_ID, one.personalId(), other.personalId())) {
            return false;
        }
        boolean name = namesCanBeOne(one.fullName(), other.fullName());
        boolean date = datesCanBeOne(one.birthDate(), other.birthDate());
        boolean shared = (numbers != null && numbers.isCompatible()) || shareOldNumber(one.oldIds(), other.oldIds());
        if (shared) {
            return name || date;
        }
        boolean otherSex = one.sex() != null && other.sex() != null && !one.sex().equals(other.sex());
        return name && date && !otherSex;
    }

    private static boolean namesCanBeOne(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return true;
        }
        return NameDifference.between(PersonName.of(one), PersonName.of(other)).agrees()
                || Slip.of(FormField.FULL_NAME, one, other);
    }

    private static boolean datesCanBeOne(@Nullable String one, @Nullable String other) {
        DateReading left = PartialDate.read(one);
        DateReading right = PartialDate.read(other);
        PartialDate date = left.date();
        PartialDate otherDate = right.date();
        if (date == null || otherDate == null) {
            return true;
        }
        return date.compare(otherDate) != Verdict.DIFFER || Slip.of(FormField.BIRTH_DATE, one, other);
    }

    private static boolean shareOldNumber(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        Set<String> numbers = digits(OldId.parseMany(one));
        numbers.retainAll(digits(OldId.parseMany(other)));
        return !numbers.isEmpty();
    }

    private static Set<String> digits(List<OldId> numbers) {
        Set<String> digits = new HashSet<>();
        for (OldId number : numbers) {
            if (number.digits() != null) {
                digits.add(number.digits());
            }
        }
        return digits;
    }
}
