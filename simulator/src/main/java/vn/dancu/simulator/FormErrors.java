package vn.dancu.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.dancu.civil.list.Relation;

/** Spoils flawless forms: items left out, wrong, unreadable, or copied from somebody else, each at its named rate. */
final class FormErrors {
    private static final List<String> RELATIVES = List.of("father_name", "mother_name", "spouse_name");
    private final CitySettings settings;

    FormErrors(CitySettings settings) {
        this.settings = settings;
    }

    void spoil(Draft form, Household household, List<Person> neighbours, Dice dice) {
        Person person = form.person;
        missing(form, dice);
        name(form, person, dice);
        birthDate(form, person, dice);
        numbers(form, person, neighbours, dice);
        places(form, person, household, dice);
        membership(form, person, household, dice);
        if (hit(Rate.FORM_SEX_WRONG, dice)) {
            form.plant("sex", "sex-wrong", person.female ? "Nam" : "Nữ");
        }
        if (hit(Rate.FORM_ETHNICITY_WRONG, dice)) {
            form.plant("ethnicity", "ethnicity-wrong", person.ethnic == Ethnic.KINH ? "Tày" : "Kinh");
        }
        if (hit(Rate.FORM_BLOOD_GROUP_UNPROVED, dice) && person.bloodGroup.isEmpty()) {
            form.plant("blood_group", "blood-group-unproved", dice.pick("O", "B", "A", "AB"));
        }
    }

    /** What a second collector in a hurry gets wrong when a person is counted twice. */
    void mistype(Draft form, Dice dice) {
        form.plant("full_name", "name-typing", Slips.upper(Slips.typing(form.person.fullName(), dice)));
        String old = form.get("old_id");
        if (!old.isEmpty() && dice.happens(0.4)) {
            form.plant("old_id", "number-digit", Slips.digit(old, 2, dice));
        }
    }

    private boolean hit(Rate rate, Dice dice) {
        return dice.happens(settings.rate(rate));
    }

    private void missing(Draft form, Dice dice) {
        blank(form, Rate.FORM_NAME_MISSING, "full_name", dice);
        blank(form, Rate.FORM_BIRTH_DATE_MISSING, "birth_date", dice);
        blank(form, Rate.FORM_SEX_MISSING, "sex", dice);
        blank(form, Rate.FORM_ETHNICITY_MISSING, "ethnicity", dice);
        blank(form, Rate.FORM_MOTHER_MISSING, "mother_name", dice);
        blank(form, Rate.FORM_BOOK_NUMBER_MISSING, "household_book_no", dice);
        blank(form, Rate.FORM_RELATION_MISSING, "relation_to_head", dice);
        if (hit(Rate.FORM_BIRTH_REGISTRATION_MISSING, dice)) {
            form.plant("birth_registration_place", "missing", "");
            form.plant("birth_registration_code", "missing", "");
        } else if (dice.happens(0.05)) {
            form.put("birth_registration_code", "");
        }
        if (hit(Rate.FORM_HOMETOWN_MISSING, dice)) {
            form.plant("hometown", "missing", "");
            form.plant("hometown_code", "missing", "");
        }
    }

    private void blank(Draft form, Rate rate, String column, Dice dice) {
        if (hit(rate, dice)) {
            form.plant(column, "missing", "");
        }
    }

    private void name(Draft form, Person person, Dice dice) {
        String name = person.fullName();
        if (hit(Rate.FORM_NAME_TYPING, dice)) {
            form.plant("full_name", "name-typing", Slips.upper(Slips.typing(name, dice)));
        } else if (hit(Rate.FORM_NAME_TONE_DROPPED, dice)) {
            form.plant("full_name", "name-tone-dropped", Slips.upper(Slips.toneDropped(name, dice)));
        } else if (hit(Rate.FORM_NAME_TELEX_RESIDUE, dice)) {
            form.plant("full_name", "name-telex-residue", Slips.upper(Slips.telexResidue(name, dice)));
        } else if (hit(Rate.FORM_NAME_NORTHERN_SPELLING, dice)) {
            form.plant("full_name", "name-northern-spelling", Slips.upper(Slips.northern(name, dice)));
        } else if (hit(Rate.FORM_NAME_GIVEN_AND_MIDDLE_SWAPPED, dice) && !person.middle.isEmpty()) {
            String swapped = person.surname + " " + person.given + " " + person.middle;
            form.plant("full_name", "name-given-and-middle-swapped", Slips.upper(swapped));
        } else if (hit(Rate.FORM_NAME_THI_OMITTED, dice) && person.middle.startsWith("Thị")) {
            form.plant("full_name", "name-thi-omitted", Slips.upper(name.replaceFirst(" Thị", "")));
        } else if (hit(Rate.FORM_NAME_OTHER_CODES, dice)) {
            form.vary("full_name", "name-other-codes", Slips.otherCodes(Slips.upper(name), dice));
        } else if (hit(Rate.FORM_NAME_NOT_UPPER_CASE, dice)) {
            form.vary("full_name", "name-not-upper-case", name);
        }
        for (String relative : RELATIVES) {
            String written = form.get(relative);
            if (hit(Rate.FORM_RELATIVE_NAME_TYPING, dice) && !written.isEmpty()) {
                form.plant(relative, "name-typing", Slips.upper(Slips.typing(written, dice)));
            }
        }
        if (hit(Rate.FORM_HEAD_NAME_TYPING, dice) && person.relation != Relation.HEAD) {
            form.plant(
                    "head_name",
                    "name-typing",
                    Slips.typing(form.get("head_name"), dice).toUpperCase(java.util.Locale.ROOT));
        }
    }

    private void birthDate(Draft form, Person person, Dice dice) {
        LocalDate collected = LocalDate.parse(form.get("collected_on"));
        if (hit(Rate.FORM_BORN_AFTER_COLLECTION, dice)) {
            form.plant("birth_date", "born-after-collection", Text.date(collected.plusDays(dice.between(1, 400))));
        }
        if (person.birthMonth == 0) {
            if (dice.happens(0.03)) {
                form.vary("birth_date", "day-supplied", Text.date(person.birthYear, 1, 1));
            }
            return;
        }
        int year = person.birthYear;
        int month = person.birthMonth;
        int day = person.birthDay;
        boolean young = collected.getYear() - year < 12;
        if (hit(Rate.FORM_DAY_AND_MONTH_MISSING, dice)) {
            form.plant("birth_date", "day-and-month-missing", String.valueOf(year));
        } else if (hit(Rate.FORM_DATE_DOES_NOT_EXIST, dice)) {
            form.plant(
                    "birth_date",
                    "date-does-not-exist",
                    dice.happens(0.5) ? Text.date(year, 2, 30) : Text.date(year, dice.pick(4, 6, 9, 11), 31));
        } else if (hit(Rate.FORM_DAY_AND_MONTH_SWAPPED, dice) && day <= 12 && !young) {
            form.plant("birth_date", "day-and-month-swapped", Text.date(year, day, month));
        } else if (hit(Rate.FORM_DATE_DIGIT, dice) && !young) {
            int otherDay = 1
                    + (day + dice.pick(1, 7, 10, 20))
                            % YearMonth.of(year, month).lengthOfMonth();
            form.plant("birth_date", "date-digit", Text.date(year, month, otherDay));
        } else if (hit(Rate.FORM_YEAR_BY_ONE, dice) && !young) {
            form.plant("birth_date", "year-by-one", moved(person, dice.happens(0.5) ? 1 : -1));
        } else if (hit(Rate.FORM_YEAR_BY_TEN, dice) && !young) {
            form.plant("birth_date", "year-by-ten", moved(person, year < 1935 || dice.happens(0.5) ? 10 : -10));
        }
    }

    private static String moved(Person person, int years) {
        int year = person.birthYear + years;
        int last = YearMonth.of(year, person.birthMonth).lengthOfMonth();
        return Text.date(year, person.birthMonth, Math.min(person.birthDay, last));
    }

    private void numbers(Draft form, Person person, List<Person> neighbours, Dice dice) {
        String personal = form.get("personal_id");
        if (!personal.isEmpty()) {
            if (hit(Rate.FORM_PERSONAL_ID_ELEVEN_DIGITS, dice)) {
                int at = dice.below(12);
                form.plant(
                        "personal_id",
                        "number-of-eleven-digits",
                        personal.substring(0, at) + personal.substring(at + 1));
            } else if (hit(Rate.FORM_PERSONAL_ID_CONTRADICTS_SEX, dice)) {
                char sex = (char) (personal.charAt(3) ^ 1);
                form.plant(
                        "personal_id",
                        "number-contradicts-sex",
                        personal.substring(0, 3) + sex + personal.substring(4));
            } else if (hit(Rate.FORM_PERSONAL_ID_CONTRADICTS_YEAR, dice)) {
                int year = (person.birthYear + dice.pick(1, 10, 99, 5)) % 100;
                form.plant(
                        "personal_id",
                        "number-contradicts-year",
                        personal.substring(0, 4) + Text.digits(year, 2) + personal.substring(6));
            } else if (hit(Rate.FORM_PERSONAL_ID_CONTRADICTS_PROVINCE, dice)) {
                String province = personal.startsWith("002") ? "020" : "002";
                form.plant("personal_id", "number-contradicts-province", province + personal.substring(3));
            } else if (hit(Rate.FORM_PERSONAL_ID_DIGIT, dice)) {
                form.plant("personal_id", "number-digit", Slips.digit(personal, 6, dice));
            }
        }
        String old = form.get("old_id");
        if (!old.isEmpty() && hit(Rate.FORM_OLD_ID_DIGIT, dice)) {
            form.plant("old_id", "number-digit", Slips.digit(old, 2, dice));
        }
        if (hit(Rate.FORM_NUMBER_OF_ANOTHER, dice)) {
            Person other = dice.oneOf(neighbours);
            if (other != person && other.personalId != null && !personal.isEmpty() && dice.happens(0.3)) {
                form.plant("personal_id", "number-of-another", other.personalId);
            } else if (other != person && other.oldId != null && !old.isEmpty()) {
                form.plant("old_id", "number-of-another", other.oldId);
            }
        }
    }

    private void places(Draft form, Person person, Household household, Dice dice) {
        if (hit(Rate.FORM_UNIT_CODE_UNKNOWN, dice)) {
            String column = dice.pick("birth_registration_code", "birth_registration_code", "hometown_code");
            form.plant(
                    column,
                    "unit-code-unknown",
                    dice.happens(0.6) ? dice.pick("03", "05", "99", "00") : dice.pick("00689", "00695", "00999"));
        }
        if (hit(Rate.FORM_BIRTH_PROVINCE_WRONG, dice)) {
            Places.Place other = Places.otherProvince(dice);
            if (!other.province().equals(person.birthRegistration.province())) {
                form.plant("birth_registration_code", "birth-province-wrong", other.code());
                form.plant("birth_registration_place", "birth-province-wrong", other.name());
            }
        }
        if (hit(Rate.FORM_PERMANENT_PLACE_WRONG, dice) && !household.temporary) {
            form.plant(
                    "permanent_code",
                    "permanent-place-wrong",
                    dice.pick(Commune.values()).code());
        }
    }

    private void membership(Draft form, Person person, Household household, Dice dice) {
        Person head = household.head();
        boolean member = person != head;
        if (member && hit(Rate.FORM_SECOND_HEAD, dice)) {
            form.plant("relation_to_head", "second-head", Relation.HEAD.vietnamese());
        }
        if (member && hit(Rate.FORM_RELATION_WRONG, dice)) {
            Relation wrong = dice.pick(
                    Relation.CHILD, Relation.FATHER, Relation.WIFE, Relation.HUSBAND, Relation.GRANDCHILD_OR_NEPHEW);
            form.plant("relation_to_head", "relation-wrong", wrong.vietnamese());
        }
        if (hit(Rate.FORM_BOOK_NUMBER_WRONG, dice)
                && !form.get("household_book_no").isEmpty()) {
            form.plant("household_book_no", "book-number-digit", Slips.digit(form.get("household_book_no"), 2, dice));
        }
        if (member && hit(Rate.FORM_HEADS_DATA_COPIED, dice)) {
            form.plant("birth_date", "heads-data-copied", head.birthDate());
            if (head.oldId != null) {
                form.plant("old_id", "heads-data-copied", head.oldId);
            }
        }
    }
}
