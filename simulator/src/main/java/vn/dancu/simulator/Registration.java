package vn.dancu.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;

/**
 * Where a person stands in the residence books by law, which is also what a right form declares as permanent residence.
 *
 * @param inBook whether any book holds the person
 * @param elsewhere still registered in another group of the city than the one lived in
 * @param movedFrom the group of an earlier, removed entry; null if none
 */
record Registration(
        boolean inBook,
        boolean elsewhere,
        Group group,
        String bookNumber,
        String address,
        Relation relation,
        String headName,
        LocalDate registeredOn,
        @Nullable Group movedFrom) {

    static Registration of(Person person, Household household, City city, Dice dice) {
        CitySettings settings = city.settings();
        LocalDate today = settings.collectedFrom();
        LocalDate entered = enteredOn(person, household, dice);
        boolean newborn = person.earliestRecord().isAfter(today.minusDays(92))
                && dice.happens(settings.rate(Rate.NEWBORN_NOT_IN_BOOK));
        boolean none = dice.happens(settings.rate(Rate.IN_NO_BOOK)) && person.isResident();
        boolean inBook = !newborn && !none && !entered.isAfter(today) && !household.unregistered;
        boolean mayBeElsewhere = inBook
                && !household.temporary
                && person.isResident()
                && person != household.head()
                && household.members.size() > 1;
        if (dice.happens(settings.rate(Rate.REGISTERED_ELSEWHERE)) && mayBeElsewhere) {
            Group other = city.anotherGroup(household.group, dice);
            String number = numberOfAnother(other, household.group.index(), dice);
            boolean child = person.birthYear > today.getYear() - 45;
            String head = child && !person.nameOfFather().isEmpty() ? person.nameOfFather() : person.nameOfMother();
            return new Registration(
                    true,
                    true,
                    other,
                    number,
                    other.name() + ", " + Places.of(other.commune()).name(),
                    head.isEmpty() ? Relation.OTHER : Relation.CHILD,
                    head.isEmpty() ? person.fullName() : head,
                    entered,
                    null);
        }
        boolean moved = dice.happens(settings.rate(Rate.MOVED_IN))
                && inBook
                && !household.temporary
                && person.isResident()
                && entered.minusYears(2).isAfter(person.earliestRecord());
        return new Registration(
                inBook,
                false,
                household.group,
                household.bookNumber,
                household.address,
                person.relation,
                household.head().fullName(),
                entered,
                moved ? city.anotherGroup(household.group, dice) : null);
    }

    /** A book number of a household that this city does not show: households of a group are numbered below 500. */
    static String numberOfAnother(Group group, int from, Dice dice) {
        return "02" + Text.digits(group.index(), 4) + Text.digits(500 + (from * 7 + dice.below(500)) % 500, 3);
    }

    private static LocalDate enteredOn(Person person, Household household, Dice dice) {
        LocalDate entered = household.bookMade;
        LocalDate possible = person.earliestRecord().plusDays(dice.between(10, 75));
        if (possible.isAfter(entered)) {
            entered = possible;
        }
        if (person.joinedYear > entered.getYear()) {
            entered = LocalDate.of(person.joinedYear, dice.between(1, 12), dice.between(1, 28));
        }
        LocalDate ended = person.endedOn;
        if (ended != null && !entered.isBefore(ended)) {
            entered = person.earliestRecord().plusDays(20);
        }
        return entered;
    }
}
