package vn.dancu.quality.domain;

import vn.dancu.civil.date.DateReading;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.intake.FormField;

/** The three dates of a form: birth, declaration, collection. */
final class DateRules {
    private static final int OLDEST = 110;
    private static final int YEARS_TO_COLLECT = 3;

    void check(FormUnderCheck form) {
        birth(form);
        DateReading collected = form.form().collectedOn();
        DateReading declared = form.form().declaredOn();
        PartialDate collectedOn = other(form, collected, FormField.COLLECTED_ON, Rule.F205_COLLECTED_ON_MISSING);
        PartialDate declaredOn = other(form, declared, FormField.DECLARED_ON, Rule.F213_DECLARED_ON_MISSING);
        if (collectedOn != null && isSurelyAfter(collectedOn, form.today())) {
            form.add(Rule.F209_COLLECTED_IN_THE_FUTURE, FormField.COLLECTED_ON);
        }
        if (declaredOn == null) {
            return;
        }
        PartialDate limit = collectedOn != null ? collectedOn : form.today();
        if (isSurelyAfter(declaredOn, limit)) {
            form.add(Rule.F208_DECLARED_AFTER_COLLECTION, FormField.DECLARED_ON);
        } else if (collectedOn != null && declaredOn.year() + YEARS_TO_COLLECT <= collectedOn.year()) {
            form.add(Rule.F212_DECLARED_LONG_BEFORE_COLLECTION, FormField.DECLARED_ON);
        }
        PartialDate birth = form.birth();
        if (birth != null && isSurelyAfter(birth, declaredOn) && !isSurelyAfter(birth, form.day())) {
            form.add(Rule.F211_DECLARED_BEFORE_BIRTH, FormField.DECLARED_ON);
        }
    }

    private static void birth(FormUnderCheck form) {
        switch (form.form().birthDate().problem()) {
            case BLANK -> form.add(Rule.F201_BIRTH_DATE_MISSING, FormField.BIRTH_DATE);
            case UNREADABLE -> form.add(Rule.F202_BIRTH_DATE_UNREADABLE, FormField.BIRTH_DATE);
            case DOES_NOT_EXIST -> form.add(Rule.F203_DATE_DOES_NOT_EXIST, FormField.BIRTH_DATE);
            case NONE -> {
                PartialDate birth = form.birth();
                if (birth == null) {
                    return;
                }
                if (isSurelyAfter(birth, form.day())) {
                    form.add(Rule.F204_BIRTH_AFTER_COLLECTION, FormField.BIRTH_DATE);
                } else if (form.isSurelyOfAge(OLDEST)) {
                    form.add(Rule.F210_AGE_IMPLAUSIBLE, FormField.BIRTH_DATE);
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable PartialDate other(
            FormUnderCheck form, DateReading reading, FormField field, Rule whenMissing) {
        switch (reading.problem()) {
            case BLANK -> form.add(whenMissing, field);
            case UNREADABLE -> form.add(Rule.F206_DATE_UNREADABLE, field);
            case DOES_NOT_EXIST -> form.add(Rule.F203_DATE_DOES_NOT_EXIST, field);
            case NONE -> {
                PartialDate date = reading.date();
                if (date != null && !date.isFull()) {
                    form.add(Rule.F207_DATE_INCOMPLETE, field);
                }
            }
        }
        return reading.date();
    }

    /** Whether a date lies after another, whatever the parts that are not known. */
    static boolean isSurelyAfter(PartialDate date, PartialDate limit) {
        if (date.year() != limit.year()) {
            return date.year() > limit.year();
        }
        if (date.month() == 0 || limit.month() == 0) {
            return false;
        }
        if (date.month() != limit.month()) {
            return date.month() > limit.month();
        }
        return date.day() > 0 && limit.day() > 0 && date.day() > limit.day();
    }
}
