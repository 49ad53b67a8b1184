package vn.dancu.civil.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A form as one circular has it. The code alone is no key: DC02 names another form since 1/7/2024.
 *
 * @param code printed on the form: DC01
 * @param circular number and year of the circular of the Ministry of Public Security: 41/2019
 * @param title what the form is called
 * @param validFrom first day in force
 * @param validTo last day in force; null while it lasts
 * @param monthRule how a date's month is filled in
 */
public record FormVersion(
        String code,
        String circular,
        String title,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        MonthRule monthRule) {
    /** How the month of a date is filled in. */
    public enum MonthRule {
        TWO_DIGITS,
        /** 2 digits for January, February and October to December, one for the others: 05/4/1988 but 05/02/1988. */
        ONE_DIGIT_FROM_MARCH
    }

    /** As in files: DC01/41-2019. */
    public String id() {
        return code + "/" + circular.replace('/', '-');
    }

    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }

    public boolean hasOneDigitMonths() {
        return monthRule == MonthRule.ONE_DIGIT_FROM_MARCH;
    }
}
