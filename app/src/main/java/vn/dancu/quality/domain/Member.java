package vn.dancu.quality.domain;

import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;

/** A form as a member of its household, with what was found on it. Used again for the next household. */
final class Member {
    private static final int RANDOM_DIGITS = 1_000_000;

    private final Findings findings = new Findings();
    private long id;
    private int version;
    private boolean wanted;
    private boolean numberContradicts;
    private CollectionForm form;
    private int conflicts;

    Member() {
        form = CollectionForm.of(new String[FormField.values().length]);
    }

    void take(long id, int version, CollectionForm form, boolean wanted) {
        this.id = id;
        this.version = version;
        this.form = form;
        this.wanted = wanted;
        this.conflicts = 0;
        findings.clear();
    }

    void numberContradicts(boolean contradicts) {
        numberContradicts = contradicts;
    }

    boolean doesNumberContradict() {
        return numberContradicts;
    }

    /** Whether a number that agrees with year and sex stands behind what the form says of them. */
    boolean isSupportedByNumber() {
        return form.personalId() != null && !numberContradicts;
    }

    void addConflict() {
        conflicts++;
    }

    int conflicts() {
        return conflicts;
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    boolean isWanted() {
        return wanted;
    }

    CollectionForm form() {
        return form;
    }

    Findings findings() {
        return findings;
    }

    @Nullable
    String written(FormField field) {
        return form.written(field);
    }

    @Nullable
    String name() {
        return form.written(FormField.FULL_NAME);
    }

    @Nullable
    Relation relation() {
        return form.relation();
    }

    @Nullable
    Sex sex() {
        return form.sex();
    }

    @Nullable
    PartialDate birth() {
        return form.birthDate().date();
    }

    /** The six random digits of the number, -1 without one. */
    int randomDigits() {
        PersonalId number = form.personalId();
        if (number == null) {
            return -1;
        }
        int value = 0;
        for (int i = 6; i < 12; i++) {
            value = value * 10 + (number.digits().charAt(i) - '0');
        }
        return value % RANDOM_DIGITS;
    }
}
