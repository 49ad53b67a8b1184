package vn.dancu.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes the sheets of the household archive: recorded at another time than the books, with parents and old numbers. */
final class Archive {
    private final City city;
    private final Group group;
    private int used;

    Archive(City city, Group group) {
        this.city = city;
        this.group = group;
    }

    /** The sheet of a person whom a book of permanent residence knows; null if the envelope holds none. */
    @Nullable
    Draft sheet(Person person, Household household, Registration registration, Dice dice) {
        CitySettings settings = city.settings();
        if (!dice.happens(settings.rate(Rate.IN_ARCHIVE)) || !registration.inBook() || household.temporary) {
            return null;
        }
        LocalDate recorded = registration.registeredOn();
        if (household.envelopeMade.isAfter(recorded)) {
            recorded = household.envelopeMade;
        }
        if (dice.happens(0.4) && person.isResident()) {
            recorded = Books.between(recorded, settings.collectedFrom(), dice);
        }
        int age = recorded.getYear() - person.birthYear;
        Draft sheet = new Draft(Columns.ARCHIVE, person);
        sheet.put("entry_no", "H" + Text.digits(group.index(), 4) + Text.digits(++used, 5))
                .put(
                        "envelope_no",
                        registration.elsewhere() ? "HS." + registration.bookNumber() : household.envelopeNumber)
                .put("commune_code", registration.group().commune().code())
                .put("address", registration.address())
                .put("full_name", person.fullName())
                .put("other_name", person.otherName)
                .put("birth_date", person.birthDate())
                .put("sex", person.sex())
                .put("ethnicity", person.ethnic.official())
                .put("religion", person.religion)
                .put("birth_place", birthPlace(person, dice))
                .put("hometown", person.hometown.name())
                .put("father_name", person.nameOfFather())
                .put("mother_name", person.nameOfMother())
                .put("relation_to_head", registration.relation().vietnamese())
                .put("recorded_on", Text.date(recorded));
        if (recorded.getYear() >= 2016 && person.birthYear >= 2016) {
            sheet.put("personal_id", person.personalId == null ? "" : person.personalId);
        }
        if (age >= 22 && person.spouse != null && recorded.getYear() > person.joinedYear) {
            sheet.put("spouse_name", person.spouse.fullName());
        }
        oldNumbers(sheet, person, age, dice);
        return sheet;
    }

    private static void oldNumbers(Draft sheet, Person person, int age, Dice dice) {
        if (person.oldId == null || age < 15) {
            return;
        }
        String all = person.previousOldId == null ? person.oldId : person.previousOldId + "|" + person.oldId;
        sheet.put("old_ids", all);
        if (person.previousOldId != null && dice.happens(0.5)) {
            sheet.vary("old_ids", "number-changed-since", person.previousOldId);
        }
    }

    /** Nơi sinh is where the mother lay in, often the hospital's district, and not where the birth was registered. */
    private static String birthPlace(Person person, Dice dice) {
        return dice.happens(0.25) ? "Bệnh viện tỉnh, thị xã Hà Giang" : person.birthRegistration.name();
    }
}
