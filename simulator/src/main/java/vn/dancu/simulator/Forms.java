package vn.dancu.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;

/** Writes flawless DC01 forms: names in upper case with all marks, everything else as the person truly is. */
final class Forms {
    private static final String VERSION = "DC01/41-2019";
    private static final String NATIONALITY = "Việt Nam";

    private final CitySettings settings;
    private final Group group;
    private int used;

    Forms(CitySettings settings, Group group) {
        this.settings = settings;
        this.group = group;
    }

    /** The next number of the group's block of pre-printed forms. */
    private String nextNumber() {
        return "P" + Text.digits(group.index(), 4) + Text.digits(++used, 5);
    }

    LocalDate dayOfCollection(Dice dice) {
        int days = (int)
                (settings.collectedTo().toEpochDay() - settings.collectedFrom().toEpochDay());
        return settings.collectedFrom().plusDays(dice.between(2, Math.max(2, days)));
    }

    Draft flawless(Person person, Household household, Registration registration, LocalDate collected, Dice dice) {
        Draft form = new Draft(Columns.FORM, person);
        Commune commune = group.commune();
        LocalDate declared = collected.minusDays(dice.between(0, 2));
        form.put("form_no", nextNumber())
                .put("form_version", VERSION)
                .put("collected_on", Text.date(collected))
                .put("collector", group.collector())
                .put("commune_code", commune.code())
                .put("residential_group", group.name())
                .put("household_no", String.valueOf(household.number))
                .put("full_name", Slips.upper(person.fullName()))
                .put("other_name", Slips.upper(person.otherName))
                .put("birth_date", person.birthDate())
                .put("sex", person.sex())
                .put("blood_group", person.bloodGroup)
                .put("marital_status", maritalStatus(person))
                .put("birth_registration_code", person.birthRegistration.code())
                .put("birth_registration_place", person.birthRegistration.name())
                .put("hometown_code", person.hometown.code())
                .put("hometown", person.hometown.name())
                .put("ethnicity", person.ethnic.official())
                .put("religion", person.religion)
                .put("nationality", NATIONALITY)
                .put("personal_id", orEmpty(person.personalId))
                .put("old_id", orEmpty(person.oldId))
                .put("declared_on", Text.date(declared));
        residence(form, household, registration);
        relatives(form, person, household, registration, collected);
        papers(form, person, household, collected, dice);
        return form;
    }

    private static void residence(Draft form, Household household, Registration registration) {
        if (household.temporary) {
            form.put("permanent_code", household.permanentPlace.code())
                    .put("permanent_address", household.permanentPlace.name());
        } else {
            form.put("permanent_code", registration.group().commune().code())
                    .put("permanent_address", registration.address());
        }
        form.put("present_code", household.group.commune().code()).put("present_address", household.address);
        boolean unregistered = household.temporary ? household.unregistered : !registration.inBook();
        form.put("residence_status", unregistered ? "unregistered" : household.temporary ? "temporary" : "permanent");
        // Who is in no book has no book number of his own, but newborns are declared with the book of the household.
        form.put("household_book_no", household.unregistered ? "" : registration.bookNumber())
                .put("relation_to_head", registration.relation().vietnamese());
    }

    private void relatives(
            Draft form, Person person, Household household, Registration registration, LocalDate collected) {
        relative(form, "father", person.father, person.nameOfFather());
        relative(form, "mother", person.mother, person.nameOfMother());
        relative(form, "spouse", person.spouse, person.spouse == null ? "" : person.spouse.fullName());
        if (collected.getYear() - person.birthYear < 14) {
            boolean byMother = person.mother != null && household.holds(person.mother);
            Person adult = byMother ? person.mother : person.father;
            relative(form, "representative", adult, adult == null ? "" : adult.fullName());
        }
        form.put("head_name", Slips.upper(registration.headName()));
        if (!registration.elsewhere()) {
            form.put("head_id", household.head().numberForRelatives());
        }
    }

    private static void relative(Draft form, String who, @Nullable Person relative, String name) {
        if (!name.isEmpty()) {
            form.put(who + "_name", Slips.upper(name)).put(who + "_nationality", NATIONALITY);
        }
        if (relative != null) {
            form.put(who + "_id", relative.numberForRelatives());
        }
    }

    private static void papers(Draft form, Person person, Household household, LocalDate collected, Dice dice) {
        boolean adult = collected.getYear() - person.birthYear >= 18;
        Person declarer = adult ? person : household.head();
        form.put("declarer_name", Slips.upper(declarer.fullName()));
        form.put(
                "declarer_relation",
                adult
                        ? "Bản thân"
                        : declarer == person.father ? "Cha" : declarer == person.mother ? "Mẹ" : "Người thân");
        String paper = !adult || dice.happens(0.35)
                ? "birth-certificate"
                : person.oldId != null && dice.happens(0.5) ? "old-id" : "household-book";
        form.put("papers_shown", paper);
        if (paper.equals("old-id")) {
            form.put("papers_no", orEmpty(person.oldId));
        } else if (paper.equals("household-book")) {
            form.put("papers_no", form.get("household_book_no"));
        }
        form.put("availability", dice.happens(0.3) ? "Ngoài giờ hành chính" : "");
        if (person.relation == Relation.HEAD && dice.happens(0.1)) {
            form.put("helper", "Tổ trưởng");
        }
    }

    private static String maritalStatus(Person person) {
        return switch (person.marital) {
            case 2 -> "Đang có vợ/chồng";
            case 3 -> "Đã ly hôn hoặc góa";
            default -> "Chưa kết hôn";
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
