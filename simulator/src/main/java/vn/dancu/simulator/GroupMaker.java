package vn.dancu.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one residential group: its people, then what books, archive and forms say of them. */
final class GroupMaker {
    private static final int PEOPLE = 1;
    private static final int PERSON = 2;

    private final City city;
    private final CitySettings settings;
    private final Group group;
    private final Forms forms;
    private final Books books;
    private final Archive archive;
    private final SourceNoise sourceNoise;
    private final FormErrors formErrors;
    private final List<Person> residents = new ArrayList<>();
    private final Map<Person, LocalDate> collected = new HashMap<>();
    private final Map<Person, Registration> registrations = new HashMap<>();

    GroupMaker(City city, Group group) {
        this.city = city;
        this.settings = city.settings();
        this.group = group;
        this.forms = new Forms(settings, group);
        this.books = new Books(city, group);
        this.archive = new Archive(city, group);
        this.sourceNoise = new SourceNoise(settings, city.names());
        this.formErrors = new FormErrors(settings);
    }

    GroupRecords make() {
        Dice dice = Dice.of(settings.seed(), PEOPLE, group.index());
        List<Household> households = new Households(settings, city.names(), group, city.mixOf(group), dice).make(dice);
        number(households, dice);
        GroupRecords records = new GroupRecords(group, households);
        for (Household household : households) {
            LocalDate day = forms.dayOfCollection(dice);
            boolean missed =
                    dice.happens((1 - settings.rate(Rate.COLLECTED)) * settings.rate(Rate.UNCOLLECTED_AS_HOUSEHOLD));
            for (Person person : household.members) {
                person(person, household, missed ? null : day, records);
            }
            for (Person person : household.former) {
                person(person, household, null, records);
            }
        }
        countTwice(records, dice);
        return records;
    }

    private void number(List<Household> households, Dice dice) {
        Numbers numbers = new Numbers(settings, group.index(), city.groups().size());
        int now = settings.collectedFrom().getYear();
        int count = 0;
        for (Household household : households) {
            for (Person person : household.members) {
                person.id = "N" + Text.digits(group.index(), 4) + Text.digits(++count, 4);
                numbers.give(person, now, dice);
                residents.add(person);
            }
            for (Person person : household.former) {
                person.id = "N" + Text.digits(group.index(), 4) + Text.digits(++count, 4);
                numbers.give(person, now, dice);
            }
        }
    }

    private void person(Person person, Household household, @Nullable LocalDate day, GroupRecords records) {
        Dice dice = Dice.of(settings.seed(), PERSON + (long) group.index() * 8, person.id.hashCode());
        Registration registration = Registration.of(person, household, city, dice);
        registrations.put(person, registration);
        SourceNoise.Paper paper = sourceNoise.contradictingPaper(person, dice);
        for (Draft entry : books.entries(person, household, registration, dice)) {
            sourceNoise.spoil(entry, paper, dice);
            records.add(entry);
        }
        Draft sheet = archive.sheet(person, household, registration, dice);
        if (sheet != null) {
            sourceNoise.spoil(sheet, paper, dice);
            records.add(sheet);
        }
        double missedAlone = (1 - settings.rate(Rate.COLLECTED)) * (1 - settings.rate(Rate.UNCOLLECTED_AS_HOUSEHOLD));
        if (day != null && !dice.happens(missedAlone)) {
            Draft form = forms.flawless(person, household, registration, day, dice);
            collected.put(person, day);
            formErrors.spoil(form, household, residents, dice);
            records.add(form);
        }
    }

    private void countTwice(GroupRecords records, Dice dice) {
        for (Household household : records.households) {
            boolean whole = dice.happens(settings.rate(Rate.HOUSEHOLD_TWICE));
            for (Person person : household.members) {
                double kind = dice.fraction();
                if (!collected.containsKey(person)) {
                    continue;
                }
                double communes = settings.rate(Rate.TWICE_IN_TWO_COMMUNES);
                double typing = communes + settings.rate(Rate.TWICE_WITH_TYPING_ERROR);
                double collectors = typing + settings.rate(Rate.TWICE_BY_TWO_COLLECTORS);
                if (whole || kind < collectors) {
                    Draft again = again(person, household, dice);
                    if (!whole && kind < communes && !household.temporary) {
                        inAnotherCommune(again, dice);
                    } else if (!whole && kind < typing) {
                        formErrors.mistype(again, dice);
                    }
                    formErrors.spoil(again, household, residents, dice);
                    records.add(again);
                }
            }
        }
    }

    /** A second form, taken some days after the first by somebody else. */
    private Draft again(Person person, Household household, Dice dice) {
        LocalDate first = collected.getOrDefault(person, settings.collectedFrom());
        LocalDate later = first.plusDays(dice.between(1, 25));
        LocalDate day = later.isAfter(settings.collectedTo()) ? settings.collectedTo() : later;
        Registration registration = registrations.get(person);
        if (registration == null) {
            throw new IllegalStateException("a collected person has a registration");
        }
        Draft form = forms.flawless(person, household, registration, day, dice);
        return form.put("collector", group.collector() + "b");
    }

    private void inAnotherCommune(Draft form, Dice dice) {
        Group other = city.anotherGroup(group, dice);
        String why = "counted-in-another-group";
        form.put("collector", other.collector());
        form.plant("commune_code", why, other.commune().code());
        form.plant("residential_group", why, other.name());
        form.plant("present_code", why, other.commune().code());
        form.plant(
                "present_address",
                why,
                other.name() + ", " + Places.of(other.commune()).name());
    }
}
