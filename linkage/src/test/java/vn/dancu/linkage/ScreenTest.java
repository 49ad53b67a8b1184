package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.model.ModelFile;

/** The screen leaves most pairs at a glance, and never one that weighs enough. */
class ScreenTest {

    private static final int ROWS = 300;
    private static final double BOUND = 22;

    private static final String NUMBERS = """
              - column: personal_id
                term-frequency: false
                levels:
                  - {name: exact, when: exact, m: 0.975, u: 0.0000001, family: 0.001, least: -40, most: 40}
                  - {name: one digit, when: digits 1, m: 0.015, u: 0.000001, family: 0.001, least: -40, most: 40}
                  - {name: different, else: true, m: 0.01, u: 0.9999989, family: 0.998, least: -40, most: 40}
              - column: old_id
                term-frequency: false
                levels:
                  - {name: exact, when: exact, m: 0.97, u: 0.0000001, family: 0.001, least: -40, most: 40}
                  - {name: different, else: true, m: 0.03, u: 0.9999999, family: 0.998, least: -40, most: 40}
            """;

    private static final String REST = """
              - column: birth_date
                term-frequency: false
                levels:
                  - {name: exact, when: exact, m: 0.955, u: 0.00005, family: 0.005, least: -40, most: 40}
                  - {name: one digit, when: digits 1, m: 0.012, u: 0.0008, family: 0.005, least: -40, most: 40}
                  - {name: different, else: true, m: 0.033, u: 0.99915, family: 0.99, least: -40, most: 40}
              - column: given_name
                levels:
                  - {name: exact, when: exact, m: 0.91, u: 0.011, family: 0.01, least: -40, most: 40}
                  - {name: without marks, when: folded, m: 0.07, u: 0.004, family: 0.01, least: -40, most: 40}
                  - {name: close, when: levenshtein 1, m: 0.017, u: 0.03, family: 0.03, least: -40, most: 40}
                  - {name: different, else: true, m: 0.003, u: 0.955, family: 0.95, least: -40, most: 40}
              - column: commune
                levels:
                  - {name: same, when: exact, m: 0.94, u: 0.01, family: 0.95, least: -40, most: 40}
                  - {name: other, else: true, m: 0.06, u: 0.99, family: 0.05, least: -40, most: 40}
            blocking:
              - birth_date
            expected-matches: 0.9
            training: none
            """;

    private static final String HEAD = """
            model: screened
            id: id
            columns:
              personal_id: {kind: number, format: "12"}
              old_id: {kind: number, format: "9"}
              birth_date: date
              given_name: text
              commune: code
            comparisons:
            """;

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(11);

    @Test
    void twoNumbersThatDifferLeaveAPairUnlessOtherValuesCanLiftIt() throws IOException {
        Weights weights = weights(HEAD + NUMBERS + REST);
        Screen screen = Screen.of(weights.joint, new Workers(LinkOptions.defaults()), weights, BOUND);

        assertThat(screen).isNotNull();
        int[] counts = counts(weights, screen);
        assertThat(counts[0]).as("pairs that reach the bound").isGreaterThan(ROWS / 2);
        assertThat(counts[1]).as("pairs that pass").isLessThan(ROWS * ROWS / 20);
    }

    @Test
    void aBoundThatAllReachLeavesNothingToScreen() throws IOException {
        Weights weights = weights(HEAD + NUMBERS + REST);

        assertThat(Screen.of(weights.joint, new Workers(LinkOptions.defaults()), weights, -200))
                .isNull();
    }

    @Test
    void withoutANumberThereIsNoScreen() throws IOException {
        Weights weights = weights(HEAD + REST);

        assertThat(Screen.of(weights.joint, new Workers(LinkOptions.defaults()), weights, BOUND))
                .isNull();
    }

    /** Pairs that reach the bound, all of which must pass; and those that pass. */
    private static int[] counts(Weights weights, @Nullable Screen screen) {
        PairScore score = new PairScore(weights);
        int[] counts = new int[2];
        long[] entries = new long[ROWS];
        long[] digits = new long[ROWS];
        long[] facts = new long[ROWS];
        int[] found = new int[ROWS];
        for (int j = 0; j < ROWS; j++) {
            entries[j] = j;
            digits[j] = screen == null ? 0 : screen.right[2 * j];
            facts[j] = screen == null ? 0 : screen.right[2 * j + 1];
        }
        for (int i = 0; i < ROWS && screen != null; i++) {
            long passing = screen.passing(i, screen.left[2 * i], entries, digits, 0, ROWS, -1, found, 0);
            assertThat(passing >>> Integer.SIZE).isEqualTo(ROWS);
            int end = screen.lifted(screen.left[2 * i], screen.left[2 * i + 1], digits, facts, found, 0, (int) passing);
            counts[1] += end;
            int at = 0;
            for (int j = 0; j < ROWS; j++) {
                boolean passes = at < end && found[at] == j;
                at += passes ? 1 : 0;
                if (score.reaches(BOUND, weights.joint.left, i, weights.joint.right, j)) {
                    counts[0]++;
                    assertThat(passes).as("left row %d, right row %d", i, j).isTrue();
                }
            }
        }
        return counts;
    }

    private Weights weights(String text) throws IOException {
        Path file = folder.resolve("model.yaml");
        Files.writeString(file, text);
        Model model = ModelFile.read(file);
        Records.Builder left = Records.builder(model, ROWS);
        Records.Builder right = Records.builder(model, ROWS);
        for (int row = 0; row < ROWS; row++) {
            @Nullable String[] person = {digits(12), digits(9), date(), name(), "C" + random.nextInt(6)};
            left.add("L" + row, noisy(person));
            right.add("R" + row, noisy(person));
        }
        Records leftRecords = left.build();
        Records rightRecords = right.build();
        Parameters parameters = new Linker(model, LinkOptions.defaults()).train(leftRecords, rightRecords, List.of());
        return new Weights(new Joint(leftRecords, rightRecords), parameters);
    }

    private @Nullable String[] noisy(@Nullable String[] person) {
        @Nullable String[] noisy = person.clone();
        for (int c = 0; c < noisy.length; c++) {
            int chance = random.nextInt(10);
            String value = noisy[c];
            if (chance == 0) {
                noisy[c] = null;
            } else if (chance <= 2 && value != null && c < 2) {
                noisy[c] = swapped(value, random.nextInt(value.length() - 1));
            } else if (chance == 3 && value != null && c < 2) {
                noisy[c] = digits(value.length());
            } else if (chance == 4) {
                noisy[c] = c == 2 ? date() : c == 3 ? name() : value;
            }
        }
        return noisy;
    }

    private static String swapped(String digits, int at) {
        return digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String date() {
        return String.format("%02d/%02d/%d", 2 + random.nextInt(27), 1 + random.nextInt(12), 1940 + random.nextInt(60));
    }

    private String name() {
        return List.of("LAN", "HOA", "HÒA", "HÓA", "MINH", "MÍNH", "PHƯƠNG", "TUẤN")
                .get(random.nextInt(8));
    }
}
