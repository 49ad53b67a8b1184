package vn.dancu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The truth files account for the others. The comparison here is plain text of the finished files and shares nothing with the
 * code that plants: whatever is written otherwise on a form than in a source of the same person must be a row of the truth.
 */
class CityAccountTest {
    @TempDir
    static Path folder;

    private static CityOnDisk city;
    private static Map<String, Map<String, String>> forms;
    private static Map<String, Map<String, String>> planted;

    @BeforeAll
    static void writeACityWithManyErrors() throws IOException {
        city = CityOnDisk.written(CitySettings.defaults(5_000, 11).withErrorsTimes(3), folder);
        forms = CityOnDisk.by("form_no", city.forms());
        planted = city.plantedByPlace();
    }

    @Test
    void everyDifferenceBetweenAFormAndTheBookIsARowOfTheTruth() {
        Map<String, String> columns = Map.of(
                "full_name",
                "full_name",
                "birth_date",
                "birth_date",
                "sex",
                "sex",
                "ethnicity",
                "ethnicity",
                "personal_id",
                "personal_id",
                "old_id",
                "old_id",
                "relation_to_head",
                "relation_to_head",
                "hometown",
                "hometown",
                "household_book_no",
                "household_book_no",
                "head_name",
                "head_name");

        List<String> unaccounted = unaccounted("residence-book", city.book(), columns);

        assertThat(unaccounted).isEmpty();
    }

    @Test
    void everyDifferenceBetweenAFormAndTheArchiveIsARowOfTheTruth() {
        Map<String, String> columns = Map.ofEntries(
                Map.entry("full_name", "full_name"),
                Map.entry("birth_date", "birth_date"),
                Map.entry("sex", "sex"),
                Map.entry("ethnicity", "ethnicity"),
                Map.entry("personal_id", "personal_id"),
                Map.entry("old_id", "old_ids"),
                Map.entry("relation_to_head", "relation_to_head"),
                Map.entry("hometown", "hometown"),
                Map.entry("father_name", "father_name"),
                Map.entry("mother_name", "mother_name"),
                Map.entry("spouse_name", "spouse_name"),
                Map.entry("permanent_code", "commune_code"));

        List<String> unaccounted = unaccounted("archive", city.archive(), columns);

        assertThat(unaccounted).isEmpty();
    }

    @Test
    void everyDifferenceOfPlaceBetweenAFormAndTheBookIsARowOfTheTruth() {
        List<String> unaccounted = new ArrayList<>();
        Map<String, List<String>> formsOf = city.recordsOf("form");
        Map<String, Map<String, String>> entries = CityOnDisk.by("entry_no", city.book());
        city.recordsOf("residence-book").forEach((person, numbers) -> {
            for (String number : numbers) {
                Map<String, String> entry = entries.get(number);
                String column = entry.get("book_kind").equals("permanent") ? "permanent_code" : "present_code";
                for (String form : formsOf.getOrDefault(person, List.of())) {
                    if (!forms.get(form).get(column).equals(entry.get("commune_code"))
                            && !planted.containsKey("form/" + form + "/" + column)
                            && !planted.containsKey("residence-book/" + number + "/commune_code")) {
                        unaccounted.add(form + " " + number);
                    }
                }
            }
        });

        assertThat(unaccounted).isEmpty();
    }

    private static List<String> unaccounted(
            String kind, List<Map<String, String>> source, Map<String, String> columns) {
        List<String> unaccounted = new ArrayList<>();
        Map<String, Map<String, String>> entries = CityOnDisk.by("entry_no", source);
        Map<String, List<String>> formsOf = city.recordsOf("form");
        city.recordsOf(kind).forEach((person, numbers) -> {
            for (String number : numbers) {
                for (String form : formsOf.getOrDefault(person, List.of())) {
                    columns.forEach((formColumn, sourceColumn) -> {
                        String here = forms.get(form).get(formColumn).toUpperCase(Locale.ROOT);
                        String there = entries.get(number).get(sourceColumn).toUpperCase(Locale.ROOT);
                        boolean differ = !here.isEmpty()
                                && !there.isEmpty()
                                && !Arrays.asList(there.split("\\|")).contains(here);
                        if (differ
                                && !planted.containsKey("form/" + form + "/" + formColumn)
                                && !planted.containsKey(kind + "/" + number + "/" + sourceColumn)) {
                            unaccounted.add(form + " " + formColumn + " " + number);
                        }
                    });
                }
            }
        });
        return unaccounted;
    }

    @Test
    void everyRowOfTheTruthSaysWhatIsWrittenAndWhatIsNot() {
        Map<String, Map<String, String>> book = CityOnDisk.by("entry_no", city.book());
        Map<String, Map<String, String>> archive = CityOnDisk.by("entry_no", city.archive());

        for (Map<String, String> error : city.errors()) {
            Map<String, Map<String, String>> kind = switch (error.get("record_kind")) {
                case "form" -> forms;
                case "residence-book" -> book;
                default -> archive;
            };
            String written = kind.get(error.get("record_no")).get(error.get("field"));
            assertThat(error.get("written_value")).as(error.toString()).isEqualTo(written);
            assertThat(error.get("true_value")).as(error.toString()).isNotEqualTo(written);
        }
        assertThat(planted).as("one row for each place").hasSameSizeAs(city.errors());
    }

    @Test
    void aFormErrorIsShownByASourceExactlyWhenTheSourceSaysOtherwise() {
        Map<String, Map<String, String>> book = CityOnDisk.by("entry_no", city.book());
        Map<String, String> personOf = personOf("form");
        Map<String, List<String>> entriesOf = city.recordsOf("residence-book");
        int judged = 0;

        for (Map<String, String> error : city.errors()) {
            String field = error.get("field");
            List<String> entries = entriesOf.getOrDefault(personOf.getOrDefault(error.get("record_no"), ""), List.of());
            boolean plain = field.equals("sex") || field.equals("personal_id") || field.equals("household_book_no");
            if (error.get("record_kind").equals("form") && plain && entries.size() < 2) {
                String there = entries.isEmpty() ? "" : book.get(entries.get(0)).get(field);
                boolean otherwise = !there.isEmpty()
                        && !error.get("written_value").isEmpty()
                        && !there.equals(error.get("written_value"));
                assertThat(error.get("shown_by").contains("residence-book"))
                        .as(error.toString())
                        .isEqualTo(otherwise);
                judged++;
            }
        }

        assertThat(judged).isGreaterThan(50);
    }

    @Test
    void aMandatoryItemLeftOutIsShownByTheFormItself() {
        Set<String> mandatory = Set.of("full_name", "birth_date", "sex", "birth_registration_place");

        List<Map<String, String>> leftOut = city.errors().stream()
                .filter(error -> error.get("error").equals("missing") && mandatory.contains(error.get("field")))
                .toList();

        assertThat(leftOut)
                .hasSizeGreaterThan(50)
                .allSatisfy(error -> assertThat(error.get("shown_by")).isEqualTo("form"));
    }

    @Test
    void aNumberOfAnotherIsShownByTheBatchIfTheOtherHasAForm() {
        List<Map<String, String>> taken = city.errors().stream()
                .filter(error -> error.get("error").equals("number-of-another"))
                .toList();

        assertThat(taken).isNotEmpty().allSatisfy(error -> {
            String field = error.get("field");
            long holders = city.forms().stream()
                    .filter(form -> form.get(field).equals(error.get("written_value")))
                    .map(form -> personOf("form").get(form.get("form_no")))
                    .distinct()
                    .count();
            assertThat(error.get("shown_by").contains("batch")).isEqualTo(holders > 1);
        });
    }

    @Test
    void everyLinkLeadsToARecordAndEveryRecordHasALink() {
        Set<String> linked = new HashSet<>();
        city.links().forEach(link -> linked.add(link.get("record_kind") + link.get("record_no")));
        Set<String> records = new HashSet<>();
        city.forms().forEach(form -> records.add("form" + form.get("form_no")));
        city.book().forEach(entry -> records.add("residence-book" + entry.get("entry_no")));
        city.archive().forEach(sheet -> records.add("archive" + sheet.get("entry_no")));

        assertThat(linked).isEqualTo(records);
        assertThat(city.links()).hasSize(records.size());
        assertThat(CityOnDisk.by("person_id", city.people()).keySet())
                .containsAll(
                        city.links().stream().map(link -> link.get("person_id")).toList());
    }

    @Test
    void nothingIsRecordedBeforeThePersonWasBorn() {
        Map<String, Map<String, String>> people = CityOnDisk.by("person_id", city.people());
        Map<String, String> formPerson = personOf("form");
        Map<String, String> bookPerson = personOf("residence-book");
        Map<String, String> archivePerson = personOf("archive");

        assertThat(city.forms())
                .allSatisfy(form -> later(form.get("collected_on"), people.get(formPerson.get(form.get("form_no")))));
        assertThat(city.book()).allSatisfy(entry -> {
            later(entry.get("registered_on"), people.get(bookPerson.get(entry.get("entry_no"))));
            if (!entry.get("removed_on").isEmpty()) {
                assertThat(LocalDate.parse(entry.get("removed_on")))
                        .isAfter(LocalDate.parse(entry.get("registered_on")));
            }
        });
        assertThat(city.archive())
                .allSatisfy(
                        sheet -> later(sheet.get("recorded_on"), people.get(archivePerson.get(sheet.get("entry_no")))));
    }

    private static void later(String day, Map<String, String> person) {
        String born = person.get("birth_date");
        assertThat(day.substring(0, born.length())).isGreaterThanOrEqualTo(born);
        assertThat(LocalDate.parse(day)).isBeforeOrEqualTo(LocalDate.of(2020, 9, 15));
    }

    private static Map<String, String> personOf(String kind) {
        Map<String, String> found = new java.util.HashMap<>();
        city.recordsOf(kind).forEach((person, numbers) -> numbers.forEach(number -> found.put(number, person)));
        return found;
    }
}
