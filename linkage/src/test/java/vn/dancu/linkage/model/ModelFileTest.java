package vn.dancu.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;

class ModelFileTest {

    static final String WHOLE = """
            model: people            # name
            id: rec_id
            columns:
              given_name: text
              surname: {kind: text, left: surname, right: last_name}
              full_name: {kind: person-name, left: [first, last], right: [first, last], format: generic}
              birth_date: {kind: date, format: mdy, header: date_of_birth}
              suburb: text
              title: free-text
              commune: code
              group: code
              household: household
              personal_id: {kind: number, format: personal-id}
            comparisons:
              - given_name
              - column: surname
                name: surname
                levels:
                  - exact
                  - {name: sounds alike, when: [soundex, jaro-winkler 0.92], m: 0.03, u: 0.002, family: 0.01, least: -3, most: 9}
                  - levenshtein 1
                  - swapped given_name
                  - else
                term-frequency: true
              - {compare: given-name, column: full_name}
              - {compare: place, columns: [commune, group, household]}
            blocking:
              - surname + birth_date
              - {rule: "given_name:soundex + birth_date:year", then: suburb}
              - {rule: "title:word", large-blocks: keep}
            one-to-one: false
            expected-matches: 0.9
            largest-cluster: 40
            cannot-link: [personal_id]
            training: auto
            belief: 100
            """;

    @Test
    void theBuiltInModelIsThatOfItsFile() throws IOException {
        String yaml = resource("person-vi.yaml");

        assertThat(ModelFile.parse(yaml, "person-vi.yaml")).isEqualTo(Model.personVi());
        assertThat(ModelFile.named("person-vi")).isEqualTo(Model.personVi());
    }

    @Test
    void everyKeyOfTheManualIsRead() {
        Model model = ModelFile.parse(WHOLE, "people.yaml");

        assertThat(model.name()).isEqualTo("people");
        assertThat(model.settings())
                .isEqualTo(new Model.Settings("rec_id", false, .9, 40, List.of("personal_id"), true, 100));
        assertThat(model.columns().get(1))
                .isEqualTo(new Column("surname", Column.Kind.TEXT, List.of("surname"), List.of("last_name"), null));
        assertThat(model.columns().get(2).left()).containsExactly("first", "last");
        assertThat(model.columns().get(3).right()).containsExactly("date_of_birth");
        assertThat(model.comparisons())
                .extracting(Comparison::name)
                .containsExactly("given_name", "surname", "full_name.given-name", "place");
        Level alike = model.comparisons().get(1).levels().get(1);
        assertThat(alike)
                .isEqualTo(new Level(
                        "sounds alike",
                        List.of(
                                vn.dancu.linkage.Test.of(Measure.SOUNDEX),
                                vn.dancu.linkage.Test.of(Measure.JARO_WINKLER, .92)),
                        .03,
                        .002,
                        .01,
                        -3,
                        9));
        assertThat(model.comparisons().get(1).levels().get(4).name()).isEqualTo("different");
        assertThat(model.rules())
                .containsExactly(
                        BlockingRule.of("surname + birth_date", ""),
                        BlockingRule.of("given_name:soundex + birth_date:year", "suburb"),
                        new BlockingRule("title:word", BlockingRule.parts("title:word"), List.of(), false));
    }

    @Test
    void aColumnAloneIsComparedTheUsualWayOfItsKind() {
        for (Column.Kind kind : Column.Kind.values()) {
            if (kind == Column.Kind.HOUSEHOLD) {
                continue;
            }
            Model model = ModelFile.parse(
                    "columns: {c: %s}\ncomparisons: [c]\nblocking: [c]".formatted(kind.written()), "x.yaml");

            assertThat(model.comparisons()).hasSize(kind == Column.Kind.PERSON_NAME ? 3 : 1);
            for (Comparison comparison : model.comparisons()) {
                assertThat(comparison.levels().stream().mapToDouble(Level::m).sum())
                        .isEqualTo(1, within(.01));
                assertThat(comparison.levels().stream().mapToDouble(Level::u).sum())
                        .isEqualTo(1, within(.01));
                for (Level level : comparison.levels()) {
                    assertThat(level.tests()).allMatch(test -> test.measure().fits(kind));
                }
                Level first = comparison.levels().get(0);
                assertThat(first.m()).as(kind + " agrees").isGreaterThan(first.u());
            }
        }
    }

    @Test
    void theUsualBeliefsFallFromLevelToLevel() {
        for (String kind : List.of("text", "free-text", "address", "set", "quantity", "number", "code")) {
            Comparison comparison = ModelFile.parse(
                            "columns: {c: %s}\ncomparisons: [c]\nblocking: [c]".formatted(kind), "x.yaml")
                    .comparisons()
                    .get(0);

            List<Double> weights = comparison.levels().stream()
                    .map(level -> Math.log(level.m() / level.u()))
                    .toList();
            assertThat(weights)
                    .as(kind + " " + comparison.levels())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void whatIsWrittenOfALevelStaysAndTheRestIsShared() {
        Comparison surname = ModelFile.parse(WHOLE, "x").comparisons().get(1);

        assertThat(surname.levels().get(1).m()).isEqualTo(.03);
        assertThat(surname.levels().stream().mapToDouble(Level::m).sum()).isEqualTo(1, within(.001));
        assertThat(surname.levels().stream().mapToDouble(Level::u).sum()).isEqualTo(1, within(.001));
    }

    @Test
    void levelsThatDoNotAddUpAreFittedWhereTheyAreLearnt() {
        Model model = ModelFile.parse("""
                columns: {c: text}
                comparisons:
                  - {column: c, levels: [{when: exact, m: 0.9, u: 0.1}, {else: true, m: 0.9, u: 0.1}]}
                blocking: [c]
                """, "x.yaml");

        assertThat(model.comparisons().get(0).levels()).extracting(Level::m).containsExactly(.5, .5);
    }

    @Test
    void aLevelOfAFixedSetIsChangedByItsName() {
        Model model = ModelFile.parse("""
                columns: {born: date}
                comparisons:
                  - {compare: date, column: born, levels: [{name: one digit, m: 0.05, most: 4}]}
                blocking: [born]
                """, "x.yaml");

        Level changed = model.comparisons().get(0).levels().get(5);
        assertThat(changed).isEqualTo(new Level("one digit", .05, .0012, .003, -7, 4));
        assertThat(model.comparisons().get(0).levels().get(0).name()).isEqualTo("same day");
    }

    @Test
    void termFrequenciesAreUsualForWordsAndCodesButNotForTheSex() {
        Model model = ModelFile.parse("""
                columns: {a: text, b: code, c: sex, d: quantity, e: date}
                comparisons: [a, b, c, d, e, {column: a, name: a2, term-frequency: false}]
                blocking: [a]
                """, "x.yaml");

        assertThat(model.comparisons())
                .extracting(Comparison::termFrequency)
                .containsExactly(true, true, false, false, true, false);
    }

    @Test
    void aModelWithoutTrainingIsTakenAsItStands() {
        Model model = ModelFile.parse("""
                columns: {c: text}
                comparisons:
                  - {column: c, levels: [{when: exact, m: 0.3, u: 0.6}, {else: true, m: 0.7, u: 0.4}]}
                blocking: [c]
                training: none
                """, "x.yaml");

        Level exact = model.comparisons().get(0).levels().get(0);
        assertThat(exact.leastWeight()).isLessThanOrEqualTo(Math.log(.3 / .6) / Math.log(2));
        assertThat(model.settings().trained()).isFalse();
    }

    @Test
    void aNameIsThatOfTheFileWhereNoneIsGiven(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("voters.yaml");
        Files.writeString(file, "\ufeffcolumns: {c: text}\r\ncomparisons: [c]\r\nblocking: [c]\r\n");

        assertThat(ModelFile.read(file).name()).isEqualTo("voters");
        assertThat(ModelFile.named(file.toString())).isEqualTo(ModelFile.read(file));
    }

    @Test
    void aFileInUtf16IsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("m.yaml");
        Files.write(
                file,
                "\ufeffcolumns: {họ: text}\ncomparisons: [họ]\nblocking: [họ]".getBytes(StandardCharsets.UTF_16LE));

        assertThat(ModelFile.read(file).columns().get(0).name()).isEqualTo("họ");
    }

    @Test
    void headersWithSpacesMayNameColumns() {
        Model model = ModelFile.parse("""
                columns: {First Name: text, Last Name: text}
                comparisons: [First Name, {column: Last Name, levels: [exact, swapped First Name]}]
                blocking: ["First Name:soundex + Last Name:first-3"]
                """, "x.yaml");

        assertThat(model.comparisons()).extracting(Comparison::name).containsExactly("First_Name", "Last_Name");
        assertThat(model.rules().get(0).parts().get(1).columns()).containsExactly("Last Name");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = ModelFile.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
