package vn.dancu.quality.domain;

import vn.dancu.civil.list.Sex;
import vn.dancu.civil.text.LegacyText;
import vn.dancu.intake.FormField;

/**
 * The birth name and the names of relatives. One-word names, names of the highlands with F, J, W and Z, and a son with his
 * father's name are legitimate and say nothing.
 */
final class NameRules {
    private static final int LONGEST = 100;
    private static final int UNUSUAL = NameText.FOREIGN | NameText.STRANGE | NameText.LOST | NameText.POINT;

    private static final FormField[] OTHERS = {
        FormField.OTHER_NAME,
        FormField.FATHER_NAME,
        FormField.MOTHER_NAME,
        FormField.SPOUSE_NAME,
        FormField.REPRESENTATIVE_NAME,
        FormField.HEAD_NAME
    };

    void check(FormUnderCheck form) {
        String name = form.written(FormField.FULL_NAME);
        if (name == null) {
            form.add(Rule.F301_FULL_NAME_MISSING, FormField.FULL_NAME);
        } else {
            look(form, FormField.FULL_NAME, name);
        }
        for (FormField field : OTHERS) {
            String other = form.written(field);
            if (other != null) {
                look(form, field, other);
            }
        }
        between(form, name);
    }

    private static void look(FormUnderCheck form, FormField field, String name) {
        int kinds = NameText.scan(name);
        if (name.length() > LONGEST) {
            form.add(Rule.F305_NAME_TOO_LONG, field);
        }
        if (kinds == NameText.LETTER) {
            if (NameText.hasKeyboardResidue(name)) {
                form.add(Rule.F306_NAME_HAS_KEYBOARD_RESIDUE, field);
            }
            return;
        }
        if ((kinds & UNUSUAL) != 0 && LegacyText.detect(name) != LegacyText.Encoding.UNICODE) {
            form.add(Rule.F303_NAME_IN_LEGACY_ENCODING, field);
            return;
        }
        boolean letters = (kinds & (NameText.LETTER | NameText.FOREIGN)) != 0;
        if (!letters || (kinds & (NameText.DIGIT | NameText.LOST)) != 0) {
            if (field == FormField.FULL_NAME) {
                form.add(Rule.F302_FULL_NAME_UNREADABLE, field);
            } else if (!NameText.isStruckOut(name)) {
                form.add(Rule.F308_RELATIVES_NAME_UNREADABLE, field);
            }
            return;
        }
        if ((kinds & NameText.POINT) != 0) {
            form.add(Rule.F304_NAME_ABBREVIATED, field);
        }
        if ((kinds & (NameText.STRANGE | NameText.FOREIGN)) != 0) {
            form.add(Rule.F307_NAME_HAS_STRANGE_CHARACTER, field);
        }
    }

    private static void between(FormUnderCheck form, @org.jspecify.annotations.Nullable String name) {
        String father = form.written(FormField.FATHER_NAME);
        String mother = form.written(FormField.MOTHER_NAME);
        if (name != null) {
            if (name.equals(form.written(FormField.OTHER_NAME))) {
                form.add(Rule.F309_OTHER_NAME_IS_THE_BIRTH_NAME, FormField.OTHER_NAME);
            }
            if (name.equals(form.written(FormField.SPOUSE_NAME))) {
                form.add(Rule.F311_SPOUSES_NAME_IS_OWN, FormField.SPOUSE_NAME);
            }
            if (form.form().sex() == Sex.MALE && hasSecondWord(name, "thị")) {
                form.add(Rule.F313_MAN_NAMED_THI, FormField.SEX);
            }
            if (name.equals(form.written(FormField.HOMETOWN))
                    || name.equals(form.written(FormField.BIRTH_REGISTRATION_PLACE))
                    || name.equals(form.written(FormField.PERMANENT_ADDRESS))) {
                form.add(Rule.F616_SAME_TEXT_IN_NAME_AND_PLACE, FormField.FULL_NAME);
            }
        }
        if (father != null && mother != null) {
            if (father.equals(mother) && !NameText.isStruckOut(father)) {
                form.add(Rule.F310_PARENTS_SHARE_A_NAME, FormField.MOTHER_NAME);
            } else if (hasSecondWord(father, "thị") && hasSecondWord(mother, "văn")) {
                form.add(Rule.F312_PARENTS_SWAPPED, FormField.FATHER_NAME);
            }
        }
    }

    /** Whether the second of three or more words is this one, in any case. */
    private static boolean hasSecondWord(String name, String word) {
        int space = name.indexOf(' ');
        return space > 0
                && name.regionMatches(true, space + 1, word, 0, word.length())
                && name.length() > space + 1 + word.length()
                && name.charAt(space + 1 + word.length()) == ' ';
    }
}
