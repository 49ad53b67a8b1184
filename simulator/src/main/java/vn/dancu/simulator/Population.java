package vn.dancu.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;

/** Makes single persons: birth, name, faith, places. The year of collection is the present. */
final class Population {
    private final CitySettings settings;
    private final Names names;
    private final Group group;
    private final int now;
    /** Day shared by the older people of some villages; null elsewhere. */
    private final int @Nullable [] sharedDay;

    Population(CitySettings settings, Names names, Group group, Dice dice) {
        this.settings = settings;
        this.names = names;
        this.group = group;
        LocalDate lastBirth = settings.collectedFrom().minusDays(3);
        this.now = lastBirth.getYear();
        boolean shared = group.commune().rural() && dice.happens(settings.rate(Rate.SHARED_BIRTHDAY_VILLAGE));
        int[][] days = {{1, 1}, {5, 5}, {2, 9}, {10, 10}, {6, 15}};
        this.sharedDay = shared ? days[dice.below(days.length)] : null;
    }

    int now() {
        return now;
    }

    /** Somebody of no parents known to us. */
    Person stranger(boolean female, Ethnic ethnic, int birthYear, Dice dice) {
        Places.Place home = origin(ethnic, dice);
        Places.Place registered =
                dice.happens(0.35) ? Places.of(group.commune()) : dice.happens(0.6) ? home : localOrDistrict(dice);
        Person person = new Person(female, ethnic, names.surname(ethnic, dice), registered, home);
        born(person, birthYear, dice);
        name(person, dice);
        person.fatherName = parentName(person, false, dice);
        person.motherName = parentName(person, true, dice);
        faith(person, dice);
        return person;
    }

    Person child(@Nullable Person father, Person mother, int birthYear, @Nullable Person twin, Dice dice) {
        Person heir = father == null ? mother : father;
        boolean female = dice.happens(0.48);
        Places.Place registered = dice.happens(0.85) ? Places.of(group.commune()) : mother.birthRegistration;
        Person person = new Person(female, heir.ethnic, heir.surname, registered, heir.hometown);
        person.father = father;
        person.mother = mother;
        person.fatherUnknown = father == null;
        person.relation = Relation.CHILD;
        born(person, birthYear, dice);
        if (twin != null) {
            person.birthYear = twin.birthYear;
            person.birthMonth = twin.birthMonth;
            person.birthDay = twin.birthDay;
            person.birthRegistration = twin.birthRegistration;
        }
        name(person, dice);
        if (!female && father != null && dice.happens(settings.rate(Rate.SON_NAMED_AS_FATHER))) {
            person.middle = father.middle;
            person.given = father.given;
        }
        person.religion = heir.religion;
        blood(person, dice);
        return person;
    }

    /** The mother or father of a stranger, so that the names agree with his. */
    Person parentOf(Person child, boolean female, Dice dice) {
        int birthYear = child.birthYear - dice.between(20, 33);
        Person parent = new Person(
                female,
                child.ethnic,
                female ? names.surname(child.ethnic, dice) : child.surname,
                localOrDistrict(dice),
                child.hometown);
        born(parent, birthYear, dice);
        name(parent, dice);
        parent.fatherName = parentName(parent, false, dice);
        parent.motherName = parentName(parent, true, dice);
        parent.religion = child.religion;
        blood(parent, dice);
        if (female) {
            child.mother = parent;
            parent.relation = Relation.MOTHER;
        } else {
            child.father = parent;
            parent.relation = Relation.FATHER;
        }
        return parent;
    }

    void name(Person person, Dice dice) {
        String[] parts = names.middleAndGiven(person.ethnic, person.female, person.birthYear, dice);
        person.middle = parts[0];
        person.given = parts[1];
        if (person.birthYear < now - 18 && dice.happens(settings.rate(Rate.OTHER_NAME))) {
            person.otherName = names.middleAndGiven(person.ethnic, person.female, person.birthYear, dice)[1];
        }
    }

    private String parentName(Person child, boolean female, Dice dice) {
        String[] parts = names.middleAndGiven(child.ethnic, female, child.birthYear - 26, dice);
        String surname = female ? names.surname(child.ethnic, dice) : child.surname;
        return (surname + " " + parts[0] + " " + parts[1]).replace("  ", " ");
    }

    private void faith(Person person, Dice dice) {
        if (dice.happens(0.02)) {
            person.religion = person.ethnic.marriesEarly() ? "Tin Lành" : dice.pick("Phật giáo", "Công giáo");
        }
        blood(person, dice);
    }

    private static void blood(Person person, Dice dice) {
        if (dice.happens(0.05)) {
            person.bloodGroup = dice.pick("O", "O", "O", "O", "B", "B", "B", "A", "A", "AB");
        }
    }

    void born(Person person, int year, Dice dice) {
        LocalDate last = settings.collectedFrom().minusDays(3);
        int birthYear = Math.min(year, last.getYear());
        int month = dice.between(1, birthYear == last.getYear() ? last.getMonthValue() : 12);
        int days = YearMonth.of(birthYear, month).lengthOfMonth();
        int day = dice.between(
                1, birthYear == last.getYear() && month == last.getMonthValue() ? last.getDayOfMonth() : days);
        person.birthYear = birthYear;
        person.birthMonth = month;
        person.birthDay = day;
        boolean village = dice.happens(settings.rate(Rate.SHARED_BIRTHDAY));
        boolean yearOnly = dice.happens(settings.rate(Rate.BORN_IN_YEAR_ONLY));
        boolean firstOfJanuary = dice.happens(0.03);
        if (sharedDay != null && birthYear < 1990 && village) {
            person.birthMonth = sharedDay[0];
            person.birthDay = sharedDay[1];
        } else if (birthYear < 1960 && yearOnly) {
            person.birthMonth = 0;
            person.birthDay = 0;
        } else if (birthYear < 1985 && firstOfJanuary) {
            person.birthMonth = 1;
            person.birthDay = 1;
        }
    }

    private Places.Place origin(Ethnic ethnic, Dice dice) {
        if (ethnic == Ethnic.KINH) {
            return dice.happens(0.65) ? Places.otherProvince(dice) : localOrDistrict(dice);
        }
        return dice.happens(0.06) ? Places.otherProvince(dice) : localOrDistrict(dice);
    }

    private Places.Place localOrDistrict(Dice dice) {
        return dice.happens(0.6) ? Places.of(dice.pick(Commune.values())) : Places.district(dice);
    }
}
