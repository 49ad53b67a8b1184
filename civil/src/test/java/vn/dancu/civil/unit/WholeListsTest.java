package vn.dancu.civil.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.civil.unit.AdministrativeUnits.Knowledge;

/** The real lists, where they lie beside the project; they are no part of it. */
class WholeListsTest {
    private static final LocalDate FROM_2020 = LocalDate.of(2020, 2, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private Path folder;

    @BeforeEach
    void findTheLists() {
        String shared = System.getProperty("dancu.shared", "../../shared");
        folder = Path.of(shared, "data", "units");
        assumeTrue(
                Files.isReadable(folder.resolve("units-2020-02-02.csv")),
                "skipped: no unit lists in " + folder + " (set -Ddancu.shared)");
    }

    private List<Unit> read(String file, LocalDate from) throws IOException {
        List<Unit> units = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve(file));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Level level = Level.valueOf(cells[0].toUpperCase(Locale.ROOT));
            units.add(new Unit(level, cells[1], cells[2], cells[3].isEmpty() ? null : cells[3], from, null));
        }
        return units;
    }

    private List<Succession> successions() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("succession-2025-07-01.csv"));
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(",", -1))
                .map(cells -> new Succession(cells[0], cells[1], cells[2], cells[3].equals("yes"), REFORM))
                .toList();
    }

    @Test
    void theWholeListOf2020IsTakenInAndComplete() throws IOException {
        AdministrativeUnits units =
                AdministrativeUnits.builtIn().withImported(read("units-2020-02-02.csv", FROM_2020), FROM_2020);

        assertThat(units.all(Level.PROVINCE, FROM_2020)).hasSize(63);
        assertThat(units.all(Level.DISTRICT, FROM_2020)).hasSize(707);
        assertThat(units.all(Level.COMMUNE, FROM_2020)).hasSize(10_767);
        assertThat(units.knows("00689", FROM_2020)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
        assertThat(units.knows("00689", FROM_2020.minusDays(1))).isEqualTo(Knowledge.NOT_COVERED);
        assertThat(units.history("00691")).hasSize(2);
        assertThat(units.history("00691").get(0).validTo()).isEqualTo(LAST_DAY);
        for (Unit commune : units.all(Level.COMMUNE, FROM_2020)) {
            assertThat(units.provinceOf(commune.code(), FROM_2020)).isPresent();
        }
    }

    @Test
    void theBuiltInUnitsAreThoseOfTheLists() throws IOException {
        for (LocalDate date : List.of(FROM_2020, LAST_DAY, REFORM)) {
            List<Unit> list = read("units-" + date + ".csv", date);
            Set<String> provinces = named(list, Level.PROVINCE, null);
            Set<String> builtIn = AdministrativeUnits.builtIn().all(Level.PROVINCE, date).stream()
                    .map(WholeListsTest::nameAndCode)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(builtIn).isEqualTo(provinces);
        }
        for (LocalDate date : List.of(FROM_2020, LAST_DAY)) {
            Set<String> city = named(read("units-" + date + ".csv", date), Level.COMMUNE, "024");

            assertThat(AdministrativeUnits.builtIn().children("024", date))
                    .extracting(WholeListsTest::nameAndCode)
                    .containsExactlyInAnyOrderElementsOf(city);
        }
    }

    private static Set<String> named(List<Unit> list, Level level, String parent) {
        return list.stream()
                .filter(unit -> unit.level() == level && (parent == null || parent.equals(unit.parentCode())))
                .map(WholeListsTest::nameAndCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameAndCode(Unit unit) {
        return unit.code() + " " + VietnameseText.canonical(unit.name());
    }

    @Test
    void theBuiltInMergersAreThoseOfTheSuccessionOfTheirCommunes() throws IOException {
        AdministrativeUnits units = AdministrativeUnits.builtIn()
                .withImported(read("units-2025-06-30.csv", LAST_DAY), LAST_DAY)
                .withImported(read("units-2025-07-01.csv", REFORM), REFORM)
                .withSuccessions(successions());

        for (Succession step : successions()) {
            String before = units.provinceOf(step.oldCode(), LAST_DAY).orElse(null);
            String after = units.provinceOf(step.newCode(), REFORM).orElse(null);
            if (before != null && after != null) {
                assertThat(AdministrativeUnits.builtIn().successors(before, LAST_DAY, REFORM))
                        .extracting(Unit::code)
                        .containsExactly(after);
            }
        }
        assertThat(units.all(Level.COMMUNE, REFORM)).hasSize(3_321);
        assertThat(units.successors("00688", FROM_2020, REFORM)).hasSize(2);
        assertThat(units.isComplete(Level.COMMUNE, "", REFORM)).isTrue();
    }

    @Test
    void aNameOfManyCommunesNeedsItsProvince() throws IOException {
        AdministrativeUnits units =
                AdministrativeUnits.builtIn().withImported(read("units-2020-02-02.csv", FROM_2020), FROM_2020);

        assertThat(units.byName(Level.COMMUNE, "Phường Trần Phú", FROM_2020)).isEmpty();
        assertThat(units.byName(Level.COMMUNE, "Phường Trần Phú", "024", FROM_2020)
                        .map(Unit::code))
                .contains("00691");
        assertThat(units.byName(Level.COMMUNE, "P. Trần Phú", "02", FROM_2020).map(Unit::code))
                .contains("00691");
    }
}
