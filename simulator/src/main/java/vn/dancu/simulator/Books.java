package vn.dancu.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the entries of the residence books: of people here, of those who moved in and their old entry, of the dead and gone. */
final class Books {
    private final City city;
    private final Group group;
    private int used;

    Books(City city, Group group) {
        this.city = city;
        this.group = group;
    }

    List<Draft> entries(Person person, Household household, Registration registration, Dice dice) {
        CitySettings settings = city.settings();
        List<Draft> entries = new ArrayList<>(1);
        if (!registration.inBook()) {
            return entries;
        }
        Draft entry = entry(person, household, registration);
        entries.add(entry);
        if (!person.isResident()) {
            former(entry, person, dice);
        } else if (dice.happens(settings.rate(Rate.REMOVED_THOUGH_HERE))) {
            LocalDate removed = between(registration.registeredOn(), settings.collectedFrom(), dice);
            String reason = dice.pick("moved", "missing", "missing", "cancelled");
            entry.plant("removed_on", "removed-though-here", Text.date(removed));
            entry.plant("removal_reason", "removed-though-here", reason);
        }
        Group before = registration.movedFrom();
        if (before != null) {
            entries.add(earlierEntry(person, household, registration, before, dice));
        }
        return entries;
    }

    private Draft entry(Person person, Household household, Registration registration) {
        Draft entry = new Draft(Columns.BOOK, person);
        Group where = registration.group();
        return entry.put("entry_no", "S" + Text.digits(group.index(), 4) + Text.digits(++used, 5))
                .put("book_kind", household.temporary ? "temporary" : "permanent")
                .put("household_book_no", registration.bookNumber())
                .put("commune_code", where.commune().code())
                .put("residential_group", where.name())
                .put("address", registration.address())
                .put("full_name", person.fullName())
                .put("other_name", person.otherName)
                .put("birth_date", person.birthDate())
                .put("sex", person.sex())
                .put("ethnicity", person.ethnic.official())
                .put("religion", person.religion)
                .put("nationality", "Việt Nam")
                .put("hometown", person.hometown.name())
                .put("personal_id", orEmpty(person.personalId))
                .put("old_id", orEmpty(person.oldId))
                .put("relation_to_head", registration.relation().vietnamese())
                .put("head_name", registration.headName())
                .put("registered_on", Text.date(registration.registeredOn()))
                .put("book_no", String.valueOf(1 + household.number / 40))
                .put("sheet_no", String.valueOf(1 + household.number % 40));
    }

    private void former(Draft entry, Person person, Dice dice) {
        CitySettings settings = city.settings();
        boolean dead = person.status == Person.Status.DEAD;
        double removed = settings.rate(dead ? Rate.DEAD_REMOVED : Rate.GONE_REMOVED);
        double kept = settings.rate(dead ? Rate.DEAD_NOT_REMOVED : Rate.GONE_NOT_REMOVED);
        LocalDate ended = person.endedOn == null ? settings.collectedFrom() : person.endedOn;
        entry.put("removed_on", Text.date(ended))
                .put("removal_reason", dead ? "dead" : dice.pick("moved", "moved", "abroad", "enlisted"));
        if (dice.fraction() * (removed + kept) >= removed) {
            String error = dead ? "dead-not-removed" : "gone-not-removed";
            entry.plant("removed_on", error, "");
            entry.plant("removal_reason", error, "");
        }
    }

    /** The entry of the group the person moved from: true in its time, and removed when the new one was made. */
    private Draft earlierEntry(Person person, Household household, Registration registration, Group before, Dice dice) {
        Draft entry = entry(person, household, registration);
        String why = "moved-since";
        LocalDate removed = registration.registeredOn();
        LocalDate registered = between(person.earliestRecord().plusDays(10), removed.minusDays(100), dice);
        entry.put("registered_on", Text.date(registered));
        entry.put("removed_on", Text.date(removed)).put("removal_reason", "moved");
        entry.vary("commune_code", why, before.commune().code());
        entry.vary("residential_group", why, before.name());
        entry.vary(
                "address",
                why,
                before.name() + ", " + Places.of(before.commune()).name());
        entry.vary("household_book_no", why, Registration.numberOfAnother(before, group.index(), dice));
        entry.vary("relation_to_head", why, "Con");
        entry.vary("head_name", why, headBefore(person));
        return entry;
    }

    private static String headBefore(Person person) {
        String head = person.nameOfFather().isEmpty() ? person.nameOfMother() : person.nameOfFather();
        return head.isEmpty() ? person.fullName() : head;
    }

    static LocalDate between(LocalDate from, LocalDate to, Dice dice) {
        long days = to.toEpochDay() - from.toEpochDay();
        return days <= 1 ? from : from.plusDays(1 + dice.below((int) days - 1));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
