package vn.dancu.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seed 5 throughout. */
class RegisterFilesTest {

    private static final int PEOPLE = 4_000;

    @TempDir
    Path folder;

    @Test
    void theSameSeedWritesTheSameFiles() throws IOException {
        RegisterFiles first = files(folder.resolve("a"), RegisterFiles.Flavour.CITY, 1);
        RegisterFiles second = files(folder.resolve("b"), RegisterFiles.Flavour.CITY, 1);

        assertThat(Files.mismatch(first.left, second.left)).isEqualTo(-1);
        assertThat(Files.mismatch(first.right, second.right)).isEqualTo(-1);
        assertThat(Files.mismatch(first.truth, second.truth)).isEqualTo(-1);
    }

    @Test
    void withoutNoiseTheTruthNamesTwoEqualRows() throws IOException {
        RegisterFiles files = files(folder, RegisterFiles.Flavour.PERSONS, 0);
        Map<String, String> left = rows(files.left);
        Map<String, String> right = rows(files.right);

        List<String> truth = Files.readAllLines(files.truth);

        assertThat(truth).hasSizeGreaterThan(PEOPLE * 9 / 10);
        for (String pair : truth.subList(1, truth.size())) {
            String[] ids = pair.split(",");
            assertThat(withoutNumbers(right.get(ids[1]))).isEqualTo(withoutNumbers(left.get(ids[0])));
        }
    }

    @Test
    void everyPersonalNumberOfThePopulationIsGivenOnce() {
        Population population = new Population(PEOPLE, 5);
        Map<String, Long> given = new HashMap<>();

        for (long number = 0; number < PEOPLE; number++) {
            Resident person = population.resident(number);
            assertThat(person.number()).isEqualTo(number);
            given.merge(person.personalId(), 1L, Long::sum);
        }

        assertThat(given).hasSize(PEOPLE);
    }

    @Test
    void aboutAThirdIsCalledNguyen() {
        Population population = new Population(PEOPLE, 5);

        long nguyen = 0;
        for (long number = 0; number < PEOPLE; number++) {
            nguyen += population.resident(number).surname().equals("NGUYỄN") ? 1 : 0;
        }

        // 310 of the 1,192 or so that the weights add up to, among 4,000: three standard deviations are 2 %.
        assertThat((double) nguyen / PEOPLE).isBetween(.22, .36);
    }

    @Test
    void theBookLacksTheNumbersThatTheBarSays() throws IOException {
        RegisterFiles files = files(folder, RegisterFiles.Flavour.PERSONS, 1);

        List<String> rows = Files.readAllLines(files.right);
        long without = rows.stream()
                .skip(1)
                .filter(row -> row.split(",", -1)[7].isEmpty())
                .count();

        assertThat((double) without / (rows.size() - 1)).isCloseTo(.05, within(.012));
    }

    private static RegisterFiles files(Path folder, RegisterFiles.Flavour flavour, double scale) throws IOException {
        return RegisterFiles.in(folder, new RegisterFiles.Plan(PEOPLE, 5, flavour, scale, true));
    }

    private static Map<String, String> rows(Path file) throws IOException {
        Map<String, String> rows = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int comma = line.indexOf(',');
            rows.put(line.substring(0, comma), line.substring(comma + 1));
        }
        return rows;
    }

    /** Children have a number in the book before they have one on a form. */
    private static String withoutNumbers(String row) {
        String[] cells = row.split(",", -1);
        return String.join(",", List.of(cells).subList(0, 6));
    }
}
