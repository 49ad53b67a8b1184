package vn.dancu.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.Relation;

/**
 * Fills a residential group with households that look like households: couples with children, three generations, people alone,
 * single mothers, early marriages, brothers and sisters, lodgers.
 */
final class Households {
    private final CitySettings settings;
    private final Group group;
    private final Population population;
    private final Weighted<Ethnic> mix;
    private final int now;

    Households(CitySettings settings, Names names, Group group, Weighted<Ethnic> mix, Dice dice) {
        this.settings = settings;
        this.group = group;
        this.mix = mix;
        this.population = new Population(settings, names, group, dice);
        this.now = population.now();
    }

    List<Household> make(Dice dice) {
        List<Household> households = new ArrayList<>();
        int people = 0;
        while (people < group.people()) {
            Household household = new Household(group, households.size() + 1);
            fill(household, dice);
            while (people + household.members.size() > group.people()) {
                household.members.remove(household.members.size() - 1);
            }
            people += household.members.size();
            books(household, dice);
            formerMembers(household, dice);
            households.add(household);
        }
        return households;
    }

    private void fill(Household household, Dice dice) {
        household.temporary = dice.happens(settings.rate(Rate.TEMPORARY_HOUSEHOLD));
        int age = household.temporary ? dice.between(19, 38) : Math.max(22, Math.min(90, dice.around(45, 14)));
        boolean female = dice.happens(0.27);
        Person head = population.stranger(female, mix.draw(dice), now - age, dice);
        head.relation = Relation.HEAD;
        household.members.add(head);
        double kind = dice.fraction();
        if (kind < 0.08) {
            head.marital = age > 55 ? 3 : dice.happens(0.2) ? 3 : 1;
        } else if (kind < 0.17) {
            singleParent(household, head, dice);
        } else {
            Person spouse = marry(head, dice);
            spouse.relation = spouse.female ? Relation.WIFE : Relation.HUSBAND;
            household.members.add(spouse);
            if (kind >= 0.25 || age > 45) {
                children(household, head.female ? spouse : head, head.female ? head : spouse, Relation.CHILD, dice);
            }
        }
        youngFamilies(household, dice);
        elders(household, head, dice);
        if (age < 45 && dice.happens(0.04)) {
            sibling(household, head, dice);
        }
        if (dice.happens(0.015)) {
            Person lodger = population.stranger(dice.happens(0.5), mix.draw(dice), now - dice.between(18, 45), dice);
            lodger.relation = Relation.LODGER;
            household.members.add(lodger);
        }
    }

    private void singleParent(Household household, Person head, Dice dice) {
        boolean unknown = head.female && dice.happens(0.45);
        if (!head.female || !unknown) {
            Person late = marry(head, dice);
            head.marital = 3;
            head.spouse = null;
            children(household, head.female ? late : head, head.female ? head : late, Relation.CHILD, dice);
        } else {
            children(household, null, head, Relation.CHILD, dice);
        }
    }

    /** A husband or wife of plausible age; a tenth to a quarter of the couples are of two ethnic groups. */
    private Person marry(Person person, Dice dice) {
        Ethnic ethnic = dice.happens(0.18) ? mix.draw(dice) : person.ethnic;
        int gap = dice.around(3, 3);
        int youngest = person.ethnic.marriesEarly() && dice.happens(0.12) ? 15 : 18;
        int birthYear = Math.min(person.birthYear + (person.female ? -gap : gap), now - youngest);
        Person spouse = population.stranger(!person.female, ethnic, birthYear, dice);
        int grownUp = Math.max(person.birthYear, spouse.birthYear) + dice.between(19, 25);
        spouse.joinedYear = Math.min(now - 1, grownUp);
        person.spouse = spouse;
        spouse.spouse = person;
        person.marital = 2;
        spouse.marital = 2;
        return spouse;
    }

    private void children(Household household, @Nullable Person father, Person mother, Relation relation, Dice dice) {
        boolean early = dice.happens(mother.ethnic.marriesEarly() ? 0.12 : 0.012);
        int motherAge = early ? dice.between(15, 17) : Math.max(18, dice.around(24, 3.5));
        int most = mother.birthYear < 1960
                ? dice.between(3, 5)
                : mother.ethnic.marriesEarly() ? dice.between(2, 4) : dice.pick(1, 2, 2, 2, 3);
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < most && motherAge <= 43; i++) {
            int birthYear = mother.birthYear + motherAge;
            motherAge += dice.between(2, 5);
            boolean twins = dice.happens(settings.rate(Rate.TWINS));
            boolean tooYoungFather = father != null && birthYear - father.birthYear < 15;
            if (birthYear > now || tooYoungFather) {
                continue;
            }
            Person first = null;
            for (int n = 0; n < (twins ? 2 : 1); n++) {
                Person child = population.child(father, mother, birthYear, first, dice);
                for (int retry = 0; retry < 4 && !taken.add(child.fullName()); retry++) {
                    population.name(child, dice);
                }
                first = child;
                int age = now - child.birthYear;
                double home = age < 19 ? 0.985 : age < 25 ? 0.6 : age < 31 ? 0.4 : 0.14;
                if (dice.happens(home)) {
                    child.relation = relation;
                    household.members.add(child);
                }
            }
        }
    }

    /** Grown children who married and stayed with their parents, and their children. */
    private void youngFamilies(Household household, Dice dice) {
        int married = 0;
        for (Person child : List.copyOf(household.members)) {
            int age = now - child.birthYear;
            int least = child.ethnic.marriesEarly() ? 18 : 21;
            if (child.relation != Relation.CHILD || age < least || married > 0) {
                continue;
            }
            if (!child.female && dice.happens(age < 25 ? 0.4 : 0.75)) {
                Person wife = marry(child, dice);
                wife.relation = Relation.DAUGHTER_IN_LAW;
                household.members.add(wife);
                children(household, child, wife, Relation.GRANDCHILD_OR_NEPHEW, dice);
                married++;
            } else if (child.female && dice.happens(0.08)) {
                Person husband = marry(child, dice);
                husband.relation = Relation.SON_IN_LAW;
                household.members.add(husband);
                children(household, husband, child, Relation.GRANDCHILD_OR_NEPHEW, dice);
                married++;
            } else if (child.female && dice.happens(settings.rate(Rate.FATHER_UNKNOWN))) {
                children(household, null, child, Relation.GRANDCHILD_OR_NEPHEW, dice);
            }
        }
    }

    private void elders(Household household, Person head, Dice dice) {
        int age = now - head.birthYear;
        if (age < 36 && !household.temporary && dice.happens(0.03)) {
            Person grandmother = population.stranger(true, head.ethnic, head.birthYear - dice.between(44, 58), dice);
            grandmother.relation = Relation.GRANDMOTHER;
            grandmother.marital = 3;
            household.members.add(grandmother);
        }
        if (age > 62 || household.temporary || !dice.happens(0.2)) {
            return;
        }
        Person mother = dice.happens(0.85) ? population.parentOf(head, true, dice) : null;
        Person father = mother == null || dice.happens(0.45) ? population.parentOf(head, false, dice) : null;
        if (father != null && now - father.birthYear < 98) {
            household.members.add(father);
            father.marital = 3;
        }
        if (mother != null && now - mother.birthYear < 102) {
            household.members.add(mother);
            mother.marital = 3;
            if (father != null && household.holds(father)) {
                father.marital = 2;
                mother.marital = 2;
                father.spouse = mother;
                mother.spouse = father;
            }
        }
    }

    private void sibling(Household household, Person head, Dice dice) {
        // An elder one only where no parent is made: parents are made to fit the head's age, not his elders'.
        boolean elder = dice.happens(0.4) && head.father == null && head.mother == null;
        int years = dice.between(2, 8);
        int birthYear = elder ? head.birthYear - years : Math.min(now - 10, head.birthYear + years);
        Person sibling = population.stranger(dice.happens(0.5), head.ethnic, birthYear, dice);
        sibling.surname = head.surname;
        sibling.hometown = head.hometown;
        sibling.father = head.father;
        sibling.mother = head.mother;
        sibling.fatherName = head.fatherName;
        sibling.motherName = head.motherName;
        sibling.relation =
                !elder ? Relation.YOUNGER_SIBLING : sibling.female ? Relation.ELDER_SISTER : Relation.ELDER_BROTHER;
        household.members.add(sibling);
    }

    /** Dead and gone members of whom the books still know. */
    private void formerMembers(Household household, Dice dice) {
        double size = household.members.size();
        double dead = settings.rate(Rate.DEAD_REMOVED) + settings.rate(Rate.DEAD_NOT_REMOVED);
        double gone = settings.rate(Rate.GONE_REMOVED) + settings.rate(Rate.GONE_NOT_REMOVED);
        Person head = household.head();
        if (household.temporary) {
            return;
        }
        if (dice.happens(dead * size)) {
            boolean female = head.mother == null && (head.father != null || dice.happens(0.4));
            boolean taken = female ? head.mother != null : head.father != null;
            if (!taken) {
                Person parent = population.parentOf(head, female, dice);
                parent.status = Person.Status.DEAD;
                parent.marital = 3;
                parent.endedOn = latestOf(parent.earliestRecord().plusYears(40), endOfStay(dice));
                household.former.add(parent);
            }
        }
        if (dice.happens(gone * size)) {
            Person left = population.stranger(
                    dice.happens(0.5), head.ethnic, Math.min(now - 19, head.birthYear + dice.between(1, 9)), dice);
            left.surname = head.surname;
            left.relation = Relation.YOUNGER_SIBLING;
            left.status = Person.Status.GONE;
            left.endedOn = latestOf(left.earliestRecord().plusYears(16), endOfStay(dice));
            household.former.add(left);
        }
    }

    private static LocalDate latestOf(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** Some day of the six years before collection. */
    private LocalDate endOfStay(Dice dice) {
        return settings.collectedFrom().minusDays(dice.between(20, 6 * 365));
    }

    private void books(Household household, Dice dice) {
        LocalDate today = settings.collectedFrom();
        Commune commune = group.commune();
        String unit = commune.unitName() + ", thành phố Hà Giang, tỉnh Hà Giang";
        household.address = commune.rural()
                ? group.name() + ", " + unit
                : "Số nhà " + (1 + household.number * 2 + dice.below(2)) + ", " + dice.oneOf(commune.streets()) + ", "
                        + group.name().toLowerCase(java.util.Locale.ROOT) + ", " + unit;
        if (household.temporary) {
            household.permanentPlace = dice.happens(0.55) ? Places.district(dice) : Places.otherProvince(dice);
            household.unregistered = dice.happens(settings.rate(Rate.TEMPORARY_UNREGISTERED));
            household.bookMade = today.minusDays(dice.between(30, 900));
        } else {
            int headAge = now - household.head().birthYear;
            household.bookMade = today.minusDays(dice.between(200, 365 * Math.max(1, Math.min(25, headAge - 19))));
        }
        household.envelopeMade = household.bookMade.plusDays(dice.between(0, 20));
        if (dice.happens(0.3)) {
            household.envelopeMade = household.bookMade.plusDays(
                    dice.between(20, (int) (today.toEpochDay() - household.bookMade.toEpochDay()) - 1));
        }
        String serial = Text.digits(group.index(), 4) + Text.digits(household.number, 3);
        household.bookNumber = (household.temporary ? "TT" : "02") + serial;
        household.envelopeNumber = "HS." + commune.code() + "." + serial;
    }
}
