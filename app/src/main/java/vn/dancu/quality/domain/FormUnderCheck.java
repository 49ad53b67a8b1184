package vn.dancu.quality.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

/**
 * The form that the rules look at now, with what many of them ask for. One object serves a whole run, so that a clean
 * form costs no allocation.
 */
final class FormUnderCheck {
    private final PartialDate today;
    private CollectionForm form;
    private Findings findings = new Findings();
    private PartialDate day;
    private @Nullable PartialDate birth;
    private boolean numberContradicts;

    FormUnderCheck(PartialDate today) {
        this.today = today;
        this.day = today;
        this.form = CollectionForm.of(new String[FormField.values().length]);
    }

    void look(CollectionForm next, Findings into) {
        form = next;
        findings = into;
        birth = next.birthDate().date();
        PartialDate collected = next.collectedOn().date();
        PartialDate declared = next.declaredOn().date();
        day = collected != null ? collected : declared != null ? declared : today;
        numberContradicts = false;
    }

    CollectionForm form() {
        return form;
    }

    @Nullable
    String written(FormField field) {
        return form.written(field);
    }

    boolean isBlank(FormField field) {
        return form.written(field) == null;
    }

    /** The day the form speaks of: collected, else declared, else today. */
    PartialDate day() {
        return day;
    }

    PartialDate today() {
        return today;
    }

    @Nullable
    PartialDate birth() {
        return birth;
    }

    /** Whether the person is surely younger on the day of the form; a year alone leaves one year of doubt. */
    boolean isSurelyYounger(int years) {
        return birth != null && birth.year() <= day.year() && birth.fullYearsUntil(day) + doubt(birth, day) < years;
    }

    /** Whether the person has surely reached that age on the day of the form. */
    boolean isSurelyOfAge(int years) {
        return birth != null && birth.fullYearsUntil(day) >= years;
    }

    /** A date without a day may be a year more than {@link PartialDate#fullYearsUntil} counts. */
    private static int doubt(PartialDate birth, PartialDate day) {
        return birth.isFull() && day.isFull() ? 0 : 1;
    }

    Findings findings() {
        return findings;
    }

    void add(Rule rule, FormField field) {
        findings.add(rule, field);
    }

    void numberContradicts() {
        numberContradicts = true;
    }

    /** Whether the personal number contradicts the form's own sex, year or province. */
    boolean doesNumberContradict() {
        return numberContradicts;
    }
}
