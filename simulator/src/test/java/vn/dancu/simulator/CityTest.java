package vn.dancu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.PersonalId;

/** One city of 20,000 residents by the default settings. */
class CityTest {
    @TempDir
    static Path folder;

    private static CityOnDisk city;
    private static List<Map<String, String>> residents;

    @BeforeAll
    static void writeACity() throws IOException {
        city = CityOnDisk.written(CitySettings.defaults(20_000, 42), folder);
        residents = city.people().stream()
                .filter(person -> person.get("status").equals("resident"))
                .toList();
    }

    @Test
    void theSameSeedMakesTheSameBytesOnOneThreadAndOnThree(@TempDir Path one, @TempDir Path three) throws IOException {
        City.write(CitySettings.defaults(1_500, 7), one, ProgressListener.SILENT, 1);
        City.write(CitySettings.defaults(1_500, 7), three, ProgressListener.SILENT, 3);

        try (var files = Files.list(one)) {
            for (Path file : files.toList()) {
                assertThat(three.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void aCityThatIsBrokenOffLeavesNothingThatLooksWhole(@TempDir Path broken) {
        assertThatThrownBy(() -> City.write(
                        CitySettings.defaults(20_000, 7),
                        broken,
                        (done, total) -> {
                            throw new IllegalStateException("broken off");
                        },
                        1))
                .isInstanceOf(IllegalStateException.class);

        assertThat(broken.toFile().list((folder, name) -> name.endsWith(".csv")))
                .isEmpty();
    }

    @Test
    void anotherSeedMakesOtherPeople(@TempDir Path other) throws IOException {
        CityOnDisk elsewhere = CityOnDisk.written(CitySettings.defaults(1_500, 8), other);

        Set<String> names = elsewhere.people().stream()
                .map(person -> person.get("full_name"))
                .collect(Collectors.toSet());

        assertThat(city.people().stream()
                        .limit(300)
                        .map(person -> person.get("full_name"))
                        .filter(names::contains)
                        .count())
                .isLessThan(150);
    }

    @Test
    void asManyResidentsAsAskedForAreToBeCounted() {
        int targets = city.targets().stream()
                .mapToInt(row -> Integer.parseInt(row.get("persons")))
                .sum();

        assertThat(residents).hasSize(20_000);
        assertThat(targets).isEqualTo(20_000);
        assertThat(city.targets().stream().map(row -> row.get("commune_code")).distinct())
                .hasSize(8);
    }

    @Test
    void theGroupsOfTheCityHaveTheirShares() {
        assertThat(share(residents, person -> person.get("ethnicity").equals("Kinh")))
                .isCloseTo(0.557, within(0.03));
        assertThat(share(residents, person -> person.get("ethnicity").equals("Tày")))
                .isCloseTo(0.22, within(0.03));
        List<Map<String, String>> kinh = residents.stream()
                .filter(person -> person.get("ethnicity").equals("Kinh"))
                .toList();
        assertThat(share(kinh, person -> person.get("full_name").startsWith("Nguyễn ")))
                .isCloseTo(0.31, within(0.025));
        assertThat(residents.stream()
                        .map(person -> person.get("ethnicity"))
                        .distinct()
                        .count())
                .isGreaterThan(9);
    }

    @Test
    void parentsAreOlderThanTheirChildren() {
        Map<String, Map<String, String>> people = CityOnDisk.by("person_id", city.people());
        int judged = 0;
        for (Map<String, String> person : city.people()) {
            for (String parent : List.of(person.get("father_id"), person.get("mother_id"))) {
                if (people.containsKey(parent)) {
                    int gap = year(person) - year(people.get(parent));
                    assertThat(gap).as(person.get("person_id")).isBetween(14, 65);
                    judged++;
                }
            }
        }
        assertThat(judged).isGreaterThan(10_000);
    }

    @Test
    void householdsLookLikeHouseholds() {
        Map<String, List<Map<String, String>>> households = residents.stream()
                .collect(Collectors.groupingBy(person -> person.get("commune_code") + person.get("residential_group")
                        + "/" + person.get("household_no")));

        assertThat(residents.size() / (double) households.size()).isBetween(3.0, 4.0);
        assertThat(households.values())
                .allSatisfy(members -> assertThat(members.stream()
                                .filter(member -> member.get("relation_to_head").equals("Chủ hộ")))
                        .hasSize(1));
        assertThat(share(residents, person -> year(person) >= 2006))
                .as("children")
                .isBetween(0.18, 0.32);
        assertThat(share(residents, person -> person.get("sex").equals("Nữ"))).isCloseTo(0.5, within(0.03));
    }

    @Test
    void twinsAndSonsNamedAsTheirFatherAreThere() {
        Map<String, Map<String, String>> people = CityOnDisk.by("person_id", city.people());
        Set<String> births = new HashSet<>();
        long twins = city.people().stream()
                .filter(person -> !person.get("mother_id").isEmpty()
                        && person.get("birth_date").length() == 10)
                .filter(person -> !births.add(person.get("mother_id") + person.get("birth_date")))
                .count();
        long sameName = city.people().stream()
                .filter(person -> people.containsKey(person.get("father_id")))
                .filter(person ->
                        people.get(person.get("father_id")).get("full_name").equals(person.get("full_name")))
                .count();

        assertThat(twins).isGreaterThan(15);
        assertThat(sameName).isGreaterThan(2);
    }

    @Test
    void someVillageSharesABirthday() {
        Map<String, Long> mostInAGroup = new HashMap<>();
        city.people().stream()
                .filter(person -> person.get("birth_date").length() == 10)
                .map(person -> person.get("commune_code")
                        + person.get("residential_group")
                        + person.get("birth_date").substring(4))
                .forEach(day -> mostInAGroup.merge(day, 1L, Long::sum));

        assertThat(mostInAGroup.values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0))
                .isGreaterThan(40);
    }

    @Test
    void personalNumbersAreUniqueRightlyBuiltAndVisiblyFalse() {
        Set<String> seen = new HashSet<>();
        for (Map<String, String> person : city.people()) {
            String written = person.get("personal_id");
            if (!written.isEmpty()) {
                PersonalId number = PersonalId.parse(written).orElseThrow();
                assertThat(number.agreesWithSex(Sex.parse(person.get("sex")).orElseThrow()))
                        .isEqualTo(Verdict.AGREE);
                assertThat(number.agreesWithBirth(
                                PartialDate.read(person.get("birth_date")).date()))
                        .isEqualTo(Verdict.AGREE);
                assertThat(written.charAt(6)).isEqualTo('9');
                assertThat(seen.add(written)).isTrue();
            }
        }
        assertThat(seen).hasSizeBetween(4_000, 9_000);
    }

    @Test
    void oldNumbersAreUniqueAndMoreThanOneForWhoMoved() {
        Set<String> seen = new HashSet<>();
        long several = 0;
        for (Map<String, String> person : city.people()) {
            String[] numbers = person.get("old_ids").split("\\|");
            several += numbers.length > 1 ? 1 : 0;
            for (String number : numbers) {
                assertThat(number.isEmpty() || (number.length() == 9 && seen.add(number)))
                        .as(number)
                        .isTrue();
            }
        }
        assertThat(several).isGreaterThan(500);
    }

    @Test
    void theRatesOfCollectionAreThoseOfTheSettings() {
        Map<String, List<String>> forms = city.recordsOf("form");
        Map<String, List<String>> book = city.recordsOf("residence-book");
        Set<String> wrong = city.errors().stream()
                .filter(error -> error.get("record_kind").equals("form")
                        && error.get("legitimate").equals("no"))
                .map(error -> error.get("record_no"))
                .collect(Collectors.toSet());
        Map<String, String> bookPerson = new HashMap<>();
        book.forEach((person, entries) -> entries.forEach(entry -> bookPerson.put(entry, person)));

        assertThat(share(residents, person -> forms.containsKey(person.get("person_id"))))
                .isBetween(0.97, 0.99);
        assertThat(share(city.forms(), form -> wrong.contains(form.get("form_no"))))
                .isBetween(0.085, 0.12);
        assertThat(share(
                        residents,
                        person -> forms.getOrDefault(person.get("person_id"), List.of())
                                        .size()
                                > 1))
                .isBetween(0.004, 0.011);
        assertThat(share(residents, person -> !book.containsKey(person.get("person_id"))))
                .isBetween(0.009, 0.022);
        assertThat(share(
                        city.book(),
                        entry -> entry.get("removed_on").isEmpty()
                                && !forms.containsKey(bookPerson.get(entry.get("entry_no")))))
                .isBetween(0.018, 0.035);
    }

    @Test
    void namesAreUpperCaseOnFormsAndTitleCaseInBooks() {
        assertThat(share(city.forms(), form -> form.get("full_name").equals(Slips.upper(form.get("full_name")))))
                .isGreaterThan(0.97);
        assertThat(share(city.book(), entry -> entry.get("full_name").equals(Slips.upper(entry.get("full_name")))))
                .isLessThan(0.01);
    }

    @Test
    void aRateOfNothingPlantsNothing(@TempDir Path clean) throws IOException {
        CityOnDisk flawless = CityOnDisk.written(CitySettings.defaults(800, 3).withErrorsTimes(0), clean);

        assertThat(flawless.errors().stream()
                        .filter(error -> error.get("record_kind").equals("form"))
                        .filter(error -> error.get("legitimate").equals("no"))
                        .map(error -> error.get("error"))
                        .distinct())
                .isSubsetOf("counted-in-another-group", "name-typing", "number-digit");
    }

    @Test
    void aRateIsAShareBetweenNoneAndAll() {
        CitySettings settings = CitySettings.defaults(10, 1);

        assertThat(settings.with(Rate.TWINS, 0.5).rate(Rate.TWINS)).isEqualTo(0.5);
        assertThatThrownBy(() -> settings.with(Rate.TWINS, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CitySettings.defaults(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double share(List<Map<String, String>> rows, Predicate<Map<String, String>> which) {
        return rows.stream().filter(which).count() / (double) rows.size();
    }

    private static int year(Map<String, String> person) {
        return Integer.parseInt(person.get("birth_date").substring(0, 4));
    }
}
