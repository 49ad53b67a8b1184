package vn.dancu.simulator;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What books and archive say otherwise than the truth: other ways of writing, which are no errors, and errors. One paper that
 * contradicts the birth certificate stands in both sources alike, since one was copied from the other.
 */
final class SourceNoise {
    private static final List<String> BOOK_RELATIVES = List.of("head_name");
    private static final List<String> ARCHIVE_RELATIVES = List.of("father_name", "mother_name", "spouse_name");

    private final CitySettings settings;
    private final Names names;
    private final int now;

    SourceNoise(CitySettings settings, Names names) {
        this.settings = settings;
        this.names = names;
        this.now = settings.collectedFrom().getYear();
    }

    /** The contradicting paper of a person; null for most. */
    record Paper(String column, String value) {}

    @Nullable
    Paper contradictingPaper(Person person, Dice dice) {
        if (!dice.happens(settings.rate(Rate.PAPERS_CONTRADICT))) {
            return null;
        }
        boolean byName = dice.happens(0.3) || person.birthMonth == 0;
        if (byName) {
            String given = names.middleAndGiven(person.ethnic, person.female, person.birthYear, dice)[1];
            return new Paper("full_name", (person.surname + " " + person.middle + " " + given).replace("  ", " "));
        }
        int year = person.birthYear + (dice.happens(0.5) ? -1 - dice.below(3) : 0);
        int month = dice.between(1, 12);
        return new Paper("birth_date", Text.date(year, month, dice.between(1, 28)));
    }

    void spoil(Draft record, @Nullable Paper paper, Dice dice) {
        Person person = record.person;
        boolean book = record.columns == Columns.BOOK;
        if (paper != null) {
            record.plant(paper.column(), "papers-contradict", paper.value());
        }
        presence(record, book, dice);
        name(record, person, dice);
        birthDate(record, person, dice);
        if (hit(Rate.SOURCE_SEX_WRONG, dice)) {
            record.plant("sex", "sex-wrong", person.female ? "Nam" : "Nữ");
        }
        ethnicity(record, person, dice);
        hometown(record, person, dice);
        numbers(record, person, book, dice);
        if (hit(Rate.SOURCE_RELATION_WRONG, dice) && person.relation != vn.dancu.civil.list.Relation.HEAD) {
            record.plant("relation_to_head", "relation-wrong", dice.pick("Cháu", "Em", "Con", "Khác"));
        }
        for (String relative : book ? BOOK_RELATIVES : ARCHIVE_RELATIVES) {
            relativeName(record, relative, dice);
        }
        if (hit(Rate.SOURCE_OTHER_COMMUNE, dice)) {
            String other = dice.pick(Commune.values()).code();
            if (book) {
                record.plant("commune_code", "wrong-commune", other);
            } else {
                record.vary("commune_code", "address-of-the-time", other);
            }
        }
        if (book && hit(Rate.SOURCE_HOUSEHOLD_NUMBER_WRONG, dice)) {
            String number = record.get("household_book_no");
            record.plant("household_book_no", "wrong-household-number", Slips.digit(number, 2, dice));
        }
    }

    private void relativeName(Draft record, String column, Dice dice) {
        String name = record.get(column);
        boolean typing = hit(Rate.SOURCE_RELATIVE_NAME_TYPING, dice);
        boolean marksLost = hit(Rate.SOURCE_RELATIVE_NAME_MARKS_LOST, dice);
        if (typing && !name.isEmpty()) {
            record.plant(column, "name-typing", Slips.typing(name, dice));
        } else if (marksLost) {
            record.vary(column, "name-marks-lost", Slips.withoutMarks(name));
        }
    }

    private boolean hit(Rate rate, Dice dice) {
        return dice.happens(settings.rate(rate));
    }

    /** Numbers that the source never got are not there; nothing is wrong with that. */
    private void presence(Draft record, boolean book, Dice dice) {
        if (!hit(Rate.SOURCE_PERSONAL_ID_PRESENT, dice)) {
            record.put("personal_id", "");
        }
        boolean kept = hit(Rate.SOURCE_OLD_ID_PRESENT, dice);
        if (!kept && !record.isPlanted(book ? "old_id" : "old_ids")) {
            record.put(book ? "old_id" : "old_ids", "");
        }
    }

    private void name(Draft record, Person person, Dice dice) {
        String name = person.fullName();
        if (hit(Rate.SOURCE_NAME_TYPING, dice)) {
            record.plant("full_name", "name-typing", Slips.typing(name, dice));
        } else if (hit(Rate.SOURCE_NAME_NORTHERN_SPELLING, dice)) {
            record.plant("full_name", "name-northern-spelling", Slips.northern(name, dice));
        } else if (hit(Rate.SOURCE_NAME_MARKS_LOST, dice)) {
            record.vary("full_name", "name-marks-lost", Slips.withoutMarks(name));
        } else if (hit(Rate.SOURCE_NAME_TONE_MOVED, dice)) {
            record.vary("full_name", "name-tone-moved", Slips.toneMoved(name, dice));
        } else if (hit(Rate.SOURCE_NAME_OLD_SPELLING, dice)) {
            record.vary("full_name", "name-old-spelling", Slips.iForY(Slips.tonePlace(name)));
        } else if (hit(Rate.SOURCE_NAME_OTHER_CODES, dice)) {
            record.vary("full_name", "name-other-codes", Slips.otherCodes(name, dice));
        } else if (hit(Rate.SOURCE_NAME_MIDDLE_DROPPED, dice) && !person.middle.isEmpty()) {
            record.vary("full_name", "name-middle-dropped", person.surname + " " + person.given);
        }
        boolean second = person.ethnic == Ethnic.MONG && !person.female && !person.middle.contains(" ");
        if (second
                && hit(Rate.SOURCE_MONG_SECOND_NAME, dice)
                && now - person.birthYear > 17
                && !person.middle.isEmpty()) {
            String other = names.otherSecondName(person.middle, dice);
            record.vary("full_name", "mong-second-name", person.surname + " " + other + " " + person.given);
        }
        boolean phan = person.surname.equals("Phàn") || person.surname.equals("Bàn");
        if (phan && person.ethnic == Ethnic.DAO && hit(Rate.SOURCE_DAO_PHAN, dice)) {
            String other = person.surname.equals("Phàn") ? "Bàn" : "Phàn";
            record.vary("full_name", "dao-surname-form", other + name.substring(person.surname.length()));
        }
    }

    private void birthDate(Draft record, Person person, Dice dice) {
        if (person.birthMonth == 0) {
            if (dice.happens(0.15)) {
                record.vary("birth_date", "day-supplied", Text.date(person.birthYear, 1, 1));
            }
            return;
        }
        int year = person.birthYear;
        int month = person.birthMonth;
        int day = person.birthDay;
        boolean old = now - year > 60;
        if (hit(old ? Rate.SOURCE_YEAR_ONLY_OLD : Rate.SOURCE_YEAR_ONLY, dice) && year < 2000) {
            record.vary("birth_date", "year-only", String.valueOf(year));
        } else if (hit(Rate.SOURCE_DAY_AND_MONTH_SWAPPED, dice) && day <= 12) {
            record.plant("birth_date", "day-and-month-swapped", safe(person, year, day, month));
        } else if (hit(Rate.SOURCE_DATE_DIGIT, dice)) {
            int otherDay = 1
                    + (day + dice.pick(1, 7, 10, 20))
                            % YearMonth.of(year, month).lengthOfMonth();
            record.plant("birth_date", "date-digit", safe(person, year, month, otherDay));
        } else if (hit(Rate.SOURCE_YEAR_BY_ONE, dice)) {
            int otherYear = year - 1;
            int shown = Math.min(day, YearMonth.of(otherYear, month).lengthOfMonth());
            record.plant("birth_date", "year-by-one", Text.date(otherYear, month, shown));
        }
    }

    /** A wrong date that still lies before the day of the record; the young keep theirs. */
    private String safe(Person person, int year, int month, int day) {
        return now - year < 2 ? person.birthDate() : Text.date(year, month, day);
    }

    private void ethnicity(Draft record, Person person, Dice dice) {
        List<String> others = person.ethnic.otherNames();
        if (!others.isEmpty() && hit(Rate.SOURCE_ETHNICITY_ALIAS, dice)) {
            record.vary("ethnicity", "ethnicity-other-name", dice.oneOf(others));
        } else if (hit(Rate.SOURCE_ETHNICITY_WRONG, dice)) {
            record.plant("ethnicity", "ethnicity-wrong", person.ethnic == Ethnic.KINH ? "Tày" : "Kinh");
        }
    }

    private void hometown(Draft record, Person person, Dice dice) {
        if (hit(Rate.SOURCE_HOMETOWN_OF_ANCESTORS, dice)) {
            record.vary(
                    "hometown",
                    "origin-of-ancestors",
                    Places.otherProvince(dice).name());
        } else if (person.birthYear < 1991 && hit(Rate.SOURCE_HOMETOWN_OLD_STYLE, dice)) {
            record.vary("hometown", "place-name-of-the-time", Places.oldStyle(person.hometown));
        }
    }

    private void numbers(Draft record, Person person, boolean book, Dice dice) {
        String personal = record.get("personal_id");
        if (!personal.isEmpty() && hit(Rate.SOURCE_PERSONAL_ID_DIGIT, dice)) {
            record.plant("personal_id", "number-digit", Slips.digit(personal, 6, dice));
        }
        String column = book ? "old_id" : "old_ids";
        String old = record.get(column);
        if (old.isEmpty() || record.isPlanted(column)) {
            return;
        }
        if (book && person.previousOldId != null && dice.happens(0.5)) {
            record.vary(column, "number-changed-since", person.previousOldId);
        } else if (hit(Rate.SOURCE_OLD_ID_DIGIT, dice)) {
            int last = old.lastIndexOf('|') + 1;
            record.plant(column, "number-digit", old.substring(0, last) + Slips.digit(old.substring(last), 2, dice));
        }
    }
}
