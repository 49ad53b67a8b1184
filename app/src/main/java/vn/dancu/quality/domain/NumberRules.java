package vn.dancu.quality.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.OldId;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.intake.FormField;

/** Numbers of the person and of relatives: their shape, and what the twelve digits say against the same form. */
final class NumberRules {
    private static final int PERSONAL = 12;
    private static final int OLD = 9;
    /** Nobody is a parent younger than this; a mother under 18 is a legitimate state. */
    static final int YOUNGEST_PARENT = 12;

    private static final FormField[] RELATIVES = {
        FormField.FATHER_ID, FormField.MOTHER_ID, FormField.SPOUSE_ID, FormField.REPRESENTATIVE_ID, FormField.HEAD_ID
    };

    private final PlaceRules places;

    NumberRules(PlaceRules places) {
        this.places = places;
    }

    void check(FormUnderCheck form) {
        personalId(form);
        oldId(form);
        for (FormField field : RELATIVES) {
            String written = form.written(field);
            if (written != null && !isNumber(written)) {
                form.add(Rule.F108_RELATIVES_NUMBER_MALFORMED, field);
            }
        }
        relatives(form);
        head(form);
    }

    private void personalId(FormUnderCheck form) {
        String written = form.written(FormField.PERSONAL_ID);
        if (written == null) {
            return;
        }
        PersonalId id = form.form().personalId();
        if (id == null) {
            form.add(Rule.F101_PERSONAL_ID_MALFORMED, FormField.PERSONAL_ID);
            return;
        }
        contradictions(form, id);
        if (isFiller(id.digits())) {
            form.add(Rule.F107_NUMBER_IS_FILLER, FormField.PERSONAL_ID);
        }
        char first = id.digits().charAt(0);
        if (first == '0' && !places.isProvince(id)) {
            form.add(Rule.F105_PERSONAL_ID_PLACE_UNKNOWN, FormField.PERSONAL_ID);
        }
    }

    /** Also answers, through the form under check, whether the number contradicts its holder at all. */
    void contradictions(FormUnderCheck form, PersonalId id) {
        if (id.agreesWithSex(form.form().sex()) == Verdict.DIFFER) {
            form.numberContradicts();
            form.findings()
                    .add(
                            Rule.F102_PERSONAL_ID_CONTRADICTS_SEX,
                            FormField.PERSONAL_ID,
                            Map.of("number", id.sex().vietnamese()));
        }
        PartialDate birth = form.birth();
        if (id.agreesWithBirth(birth) == Verdict.DIFFER && birth != null) {
            form.numberContradicts();
            form.findings()
                    .add(
                            Rule.F103_PERSONAL_ID_CONTRADICTS_BIRTH_YEAR,
                            FormField.PERSONAL_ID,
                            Map.of(
                                    "number", String.valueOf(id.birthYear()),
                                    "form", String.valueOf(birth.year())));
        }
        String province = places.provinceOfRegistration(form);
        if (id.agreesWithPlace(province) == Verdict.DIFFER && province != null) {
            form.numberContradicts();
            form.findings()
                    .add(
                            Rule.F104_PERSONAL_ID_CONTRADICTS_BIRTH_PLACE,
                            FormField.PERSONAL_ID,
                            Map.of("number", id.placeCode(), "form", "0" + province));
        }
    }

    private static void oldId(FormUnderCheck form) {
        OldId old = form.form().oldId();
        if (old == null) {
            return;
        }
        String digits = old.digits();
        if (digits != null) {
            if (isFiller(digits)) {
                form.add(Rule.F107_NUMBER_IS_FILLER, FormField.OLD_ID);
            }
            return;
        }
        Optional<PersonalId> twelve = PersonalId.parse(old.written());
        if (twelve.isEmpty()) {
            form.add(Rule.F106_OLD_ID_MALFORMED, FormField.OLD_ID);
        } else if (form.form().personalId() != null
                && !twelve.get().equals(form.form().personalId())) {
            form.add(Rule.F117_OLD_ID_IS_ANOTHER_PERSONAL_ID, FormField.OLD_ID);
        }
    }

    private static void relatives(FormUnderCheck form) {
        PersonalId father = number(form, FormField.FATHER_ID);
        PersonalId mother = number(form, FormField.MOTHER_ID);
        if (father != null) {
            if (father.sex() == Sex.FEMALE) {
                form.add(Rule.F109_FATHERS_NUMBER_OF_A_WOMAN, FormField.FATHER_ID);
            }
            parentsYear(form, father, FormField.FATHER_ID);
        }
        if (mother != null) {
            if (mother.sex() == Sex.MALE) {
                form.add(Rule.F110_MOTHERS_NUMBER_OF_A_MAN, FormField.MOTHER_ID);
            }
            parentsYear(form, mother, FormField.MOTHER_ID);
        }
        String fathers = form.written(FormField.FATHER_ID);
        if (fathers != null && fathers.equals(form.written(FormField.MOTHER_ID))) {
            form.add(Rule.F116_PARENTS_SHARE_A_NUMBER, FormField.MOTHER_ID);
        }
        PersonalId spouse = number(form, FormField.SPOUSE_ID);
        if (spouse != null && form.form().sex() == spouse.sex()) {
            form.add(Rule.F111_SPOUSES_NUMBER_OF_OWN_SEX, FormField.SPOUSE_ID);
        }
        PersonalId own = form.form().personalId();
        if (own != null) {
            if (own.equals(father)) {
                form.add(Rule.F112_RELATIVES_NUMBER_IS_OWN, FormField.FATHER_ID);
            }
            if (own.equals(mother)) {
                form.add(Rule.F112_RELATIVES_NUMBER_IS_OWN, FormField.MOTHER_ID);
            }
            if (own.equals(number(form, FormField.REPRESENTATIVE_ID))) {
                form.add(Rule.F112_RELATIVES_NUMBER_IS_OWN, FormField.REPRESENTATIVE_ID);
            }
            if (own.equals(spouse)) {
                form.add(Rule.F112_RELATIVES_NUMBER_IS_OWN, FormField.SPOUSE_ID);
            }
        }
    }

    private static void parentsYear(FormUnderCheck form, PersonalId parent, FormField field) {
        PartialDate birth = form.birth();
        if (birth != null && parent.birthYear() + YOUNGEST_PARENT > birth.year()) {
            form.add(Rule.F115_PARENTS_NUMBER_TOO_YOUNG, field);
        }
    }

    private static void head(FormUnderCheck form) {
        String written = form.written(FormField.HEAD_ID);
        if (written == null) {
            return;
        }
        Relation relation = form.form().relation();
        if (relation == Relation.HEAD) {
            if (Numbers.contradicts(written, form.form())) {
                form.add(Rule.F113_HEADS_NUMBER_NOT_OWN, FormField.HEAD_ID);
            }
            return;
        }
        PersonalId own = form.form().personalId();
        if (relation != null && own != null && own.equals(number(form, FormField.HEAD_ID))) {
            form.add(Rule.F114_HEADS_NUMBER_IS_OWN, FormField.HEAD_ID);
        }
        PersonalId head = number(form, FormField.HEAD_ID);
        PartialDate birth = form.birth();
        if (relation == Relation.CHILD
                && head != null
                && birth != null
                && head.birthYear() + YOUNGEST_PARENT > birth.year()) {
            form.add(Rule.F615_HEADS_NUMBER_TOO_YOUNG, FormField.HEAD_ID);
        }
    }

    private static @Nullable PersonalId number(FormUnderCheck form, FormField field) {
        return Numbers.personalId(form.written(field));
    }

    /** Nine or twelve digits, whatever stands between them. */
    private static boolean isNumber(String written) {
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != ' ' && c != '.' && c != '-') {
                return false;
            }
        }
        return digits == OLD || digits == PERSONAL;
    }

    /** All digits alike but for a start of three, or counting up: written to fill the boxes. */
    private static boolean isFiller(String digits) {
        boolean alike = true;
        boolean counting = true;
        for (int i = digits.length() - 6; i < digits.length(); i++) {
            alike &= digits.charAt(i) == digits.charAt(digits.length() - 1);
            counting &= digits.charAt(i) == digits.charAt(i - 1) + 1;
        }
        return counting || alike && isOneDigit(digits);
    }

    private static boolean isOneDigit(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
