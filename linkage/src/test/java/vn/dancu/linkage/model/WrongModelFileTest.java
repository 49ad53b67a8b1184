package vn.dancu.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.LinkageException;

/** What a user may get wrong, and what he is told: the line, the column, what is allowed. */
class WrongModelFileTest {

    private static final String COLUMNS = "columns: {surname: text, born: date, price: quantity, hh: household}\n";
    private static final String REST = "comparisons: [surname]\nblocking: [surname]\n";

    private static LinkageException refused(String yaml) {
        LinkageException wrong = catchThrowableOfType(LinkageException.class, () -> ModelFile.parse(yaml, "m.yaml"));
        assertThat(wrong).as("refused: " + yaml).isNotNull();
        assertThat(wrong.english()).contains("m.yaml");
        assertThat(wrong.vietnamese()).contains("m.yaml");
        return wrong;
    }

    private static void tells(String yaml, String... parts) {
        assertThat(refused(yaml).english()).contains(parts);
    }

    @Test
    void anUnknownKeyIsToldWithTheNearestOne() {
        tells(
                COLUMNS + REST + "one-to-on: true",
                "line 4, column 1",
                "no key \"one-to-on\"",
                "did you mean \"one-to-one\"");
        tells("columns: {c: {kind: text, formt: x}}\n" + REST, "line 1, column 27", "\"format\"");
        tells(COLUMNS + "comparisons: [{colum: surname}]\nblocking: [surname]", "\"column\"");
        tells(COLUMNS + "comparisons: [surname]\nblocking: [{rule: surname, than: born}]", "\"then\"");
    }

    @Test
    void anUnknownKindMeasureAspectOrColumnIsToldWithTheNearestOne() {
        tells(
                "columns: {c: txt}\ncomparisons: [c]\nblocking: [c]",
                "line 1, column 14",
                "did you mean \"text\"",
                "free-text");
        tells(
                COLUMNS + "comparisons: [{column: surname, levels: [jaro-winkel 0.9]}]\nblocking: [surname]",
                "line 2, column 42",
                "did you mean \"jaro-winkler\"");
        tells(COLUMNS + "comparisons: [surname]\nblocking: ['surname:sondex']", "line 3, column 12", "\"soundex\"");
        tells(COLUMNS + "comparisons: [surnam]\nblocking: [surname]", "did you mean \"surname\"");
        tells(COLUMNS + "comparisons: [surname]\nblocking: [surname + bron:year]", "did you mean \"born\"");
        tells(COLUMNS + REST + "cannot-link: [id]", "line 4", "no column \"id\"");
        tells(COLUMNS + "comparisons: [{compare: dates, column: born}]\nblocking: [surname]", "did you mean \"date\"");
    }

    @Test
    void aMeasureOrAspectThatDoesNotFitTheColumnIsToldWithThoseThatDo() {
        tells(
                COLUMNS + "comparisons: [{column: price, levels: [jaro-winkler 0.9]}]\nblocking: [surname]",
                "does not fit column price (quantity)",
                "ratio");
        tells(COLUMNS + "comparisons: [surname]\nblocking: ['surname:year']", "does not fit column surname", "soundex");
        tells(
                COLUMNS + "comparisons: [{compare: date, column: surname}]\nblocking: [surname]",
                "compares date, not surname (text)");
        tells(COLUMNS + "comparisons: [hh]\nblocking: [surname]", "compare: place");
    }

    @Test
    void aBoundThatIsMissingOrOutOfRangeIsTold() {
        for (String test :
                new String[] {"jaro-winkler", "jaro-winkler 92", "jaro-winkler 92%", "levenshtein 1.5", "levenshtein -1"
                }) {
            tells(
                    COLUMNS + "comparisons: [{column: surname, levels: ['" + test + "']}]\nblocking: [surname]",
                    test.split(" ")[0] + " needs");
        }
        tells(COLUMNS + "comparisons: [{column: surname, levels: [soundex 4]}]\nblocking: [surname]", "takes no bound");
        tells(
                COLUMNS + "comparisons: [{column: surname, levels: [swapped given]}]\nblocking: [surname]",
                "another column");
        tells(
                COLUMNS + "comparisons: [{column: surname, levels: [swapped price]}]\nblocking: [surname]",
                "swapped needs a column of texts or codes, but price is quantity");
        tells(COLUMNS + "comparisons: [surname]\nblocking: ['surname:first']", "a number is missing");
        tells(COLUMNS + "comparisons: [surname]\nblocking: ['surname:first-0']", "a whole number from 1");
        tells(COLUMNS + "comparisons: [surname]\nblocking: ['price:round-0']", "must be above 0");
    }

    @Test
    void keysThatStandTwiceAreTold() {
        tells(COLUMNS + REST + "blocking: [born]", "line 4, column 1", "\"blocking\" stands twice");
        tells(
                "columns:\n  a: text\n  a: date\ncomparisons: [a]\nblocking: [a]",
                "line 3, column 3",
                "\"a\" stands twice");
        tells(COLUMNS + "comparisons: [surname, surname]\nblocking: [surname]", "named \"surname\" already");
        tells(COLUMNS + "comparisons: [surname]\nblocking: [surname, surname]", "the rule \"surname\" stands twice");
    }

    @Test
    void valuesOfTheWrongTypeAreTold() {
        tells("columns: [surname]\n" + REST, "pairs are needed");
        tells("columns: text\n" + REST, "pairs are needed");
        tells("just a text", "\"key: value\" pairs are needed");
        tells("- a\n- b", "pairs are needed");
        tells(COLUMNS + REST + "one-to-one: perhaps", "true or false");
        tells(COLUMNS + REST + "expected-matches: 90%", "a number is needed");
        tells(COLUMNS + REST + "expected-matches: 1.5", "at most 1");
        tells(COLUMNS + REST + "largest-cluster: 1", "from 2");
        tells(COLUMNS + REST + "belief: 0", "from 1");
        tells(COLUMNS + REST + "training: never", "auto, none");
        tells("columns: {a: {kind: date, format: ymd}}\ncomparisons: [a]\nblocking: [a]", "dmy, mdy");
        tells("columns: {a: {kind: number, format: 16}}\ncomparisons: [a]\nblocking: [a]", "personal-id, 1-15");
        tells("columns: {a: {kind: text, format: 16}}\ncomparisons: [a]\nblocking: [a]", "has no format");
        tells("columns: {a: {header: b}}\ncomparisons: [a]\nblocking: [a]", "kind is missing");
        tells("columns: {'a:b': text}\n" + REST, "has no :");
    }

    @Test
    void probabilitiesOutOfRangeAndSumsThatCannotBeAreTold() {
        String before = COLUMNS + "comparisons: [{column: surname, levels: [";
        String after = "]}]\nblocking: [surname]\n";
        tells(before + "{when: exact, m: 1.2}, else" + after, "m: a probability", "1.2");
        tells(before + "{when: exact, u: 0}, else" + after, "u: a probability");
        tells(
                before + "{when: exact, m: 0.6}, {when: soundex, m: 0.5}, else" + after,
                "leave nothing to the other levels");
        tells(before + "{when: exact, least: 3, most: 2}, else" + after, "above most");
        String sum = "{when: exact, m: 0.9, u: 0.1}, {else: true, m: 0.2, u: 0.9}";
        tells(before + sum + after + "training: none", "the m of the levels must add up to 1, not to 1.1");
        tells(before + "exact, else" + after + "training: none", "every level must say its m and u");
        tells(COLUMNS + REST + "training: none", "must be written, with m and u");
    }

    @Test
    void levelsThatCannotBeReachedOrNamedAreTold() {
        String before = COLUMNS + "comparisons: [{column: surname, levels: [";
        String after = "]}]\nblocking: [surname]\n";
        tells(before + "jaro-winkler 0.8, jaro-winkler 0.9" + after, "can never be reached");
        tells(before + "else, exact" + after, "else must be the last");
        tells(before + "{name: a, when: exact}, {name: a, when: soundex}" + after, "two levels are named \"a\"");
        tells(before + "{name: a}" + after, "either \"when: measure\" or \"else: true\"");
        tells(before + "else" + after, "2 to 15 levels");
        tells(
                COLUMNS + "comparisons: [{compare: date, column: born, levels: [{name: one day}]}]\nblocking: [born]",
                "same day | same month, day on one side");
    }

    @Test
    void aModelWithoutColumnsComparisonsOrBlockingIsTold() {
        tells(COLUMNS + "comparisons: [surname]", "blocking is missing");
        tells(COLUMNS + "comparisons: [surname]\nblocking: []", "line 3", "blocking is missing");
        tells(COLUMNS + "blocking: [surname]", "comparisons is missing");
        tells(REST, "columns is missing");
        tells("columns:\n" + REST, "columns is missing");
    }

    @Test
    void moreThanSixteenComparisonsAreRefused() {
        StringBuilder yaml = new StringBuilder("columns: {n: person-name");
        StringBuilder compared = new StringBuilder("comparisons: [n");
        for (int i = 0; i < 14; i++) {
            yaml.append(", c").append(i).append(": text");
            compared.append(", c").append(i);
        }

        tells(yaml + "}\n" + compared + "]\nblocking: [c1]", "line 2", "there are 17, at most 16");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        LinkageException wrong =
                refused("columns: {a: txt, b: date}\ncomparisons: [b]\nblocking: [c, 'b:soundex']\none-to-one: 1\n");

        assertThat(wrong.english().lines()).hasSize(5);
        assertThat(wrong.vietnamese().lines()).hasSize(5);
        assertThat(wrong.vietnamese()).contains("dòng 3, cột 12");
    }

    @Test
    void whatIsNotYamlIsToldByItsPlace() {
        tells("columns:\n\ta: text\n", "line 2, column 1", "a tab may not indent");
        tells("columns: {a: text\ncomparisons: [a]", "line", "not valid YAML");
        tells("a: b\n---\nc: d", "not valid YAML");
        tells("a: \"open", "not valid YAML");
        tells("columns: *nothing", "not valid YAML");
        tells("a: \u0001", "line 1, column 4", "U+0001");
        tells("[".repeat(5_000), "nested too deep");
        tells("{a: ".repeat(5_000), "nested too deep");
    }

    @Test
    void anEmptyFileIsTold() {
        tells("", "is empty");
        tells("# nothing\n\n", "is empty");
    }

    @Test
    void filesThatAreNoModelsAreTold(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.csv");
        Files.write(large, new byte[10_000_000]);
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "model: Nguy\u00e9n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(LinkageException.class, () -> ModelFile.read(large)))
                .hasMessageContaining("too large");
        assertThat(catchThrowableOfType(LinkageException.class, () -> ModelFile.read(latin)))
                .hasMessageContaining("not UTF-8");
        assertThat(catchThrowableOfType(LinkageException.class, () -> ModelFile.read(folder)))
                .hasMessageContaining("is a folder");
        assertThat(catchThrowableOfType(LinkageException.class, () -> ModelFile.named("person-v")))
                .hasMessageContaining("no model file person-v");
        assertThat(catchThrowableOfType(LinkageException.class, () -> ModelFile.named("a\u0000b")))
                .hasMessageContaining("neither the path");
    }

    @Test
    void whateverIsWrittenIsReadOrRefusedButNeverBreaks() {
        long seed = 20261125;
        Random random = new Random(seed);
        String whole = ModelFileTest.WHOLE;
        String pieces = "{}[]:,-#&*!|>'\"%@`\n\t 0.aA";
        for (int run = 0; run < 3_000; run++) {
            StringBuilder broken = new StringBuilder(whole);
            for (int slip = random.nextInt(4); slip >= 0; slip--) {
                int at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.setCharAt(at, pieces.charAt(random.nextInt(pieces.length())));
                    case 1 -> broken.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                    default -> broken.delete(at, Math.min(broken.length(), at + 1 + random.nextInt(30)));
                }
            }
            try {
                ModelFile.parse(broken.toString(), "m.yaml");
            } catch (LinkageException told) {
                assertThat(told.english()).as("seed " + seed + " run " + run).contains("m.yaml");
            }
        }
    }
}
