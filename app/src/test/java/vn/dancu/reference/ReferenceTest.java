package vn.dancu.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.TestDatabase;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.organisation.Duty;
import vn.dancu.civil.organisation.Organisation;
import vn.dancu.civil.unit.AdministrativeUnits.Knowledge;
import vn.dancu.civil.unit.Level;
import vn.dancu.civil.unit.Unit;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.ImportReport;

class ReferenceTest {
    private static final Actor SELF = Actor.commandLine("test");
    private static final LocalDate DAY = LocalDate.of(2020, 2, 2);

    @TempDir
    Path folder;

    private TestDatabase database;
    private UnitImport imports;
    private Units units;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.fresh().with();
        imports = database.get(UnitImport.class);
        units = database.get(Units.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("units.csv"), List.of(lines));
    }

    private ImportReport importUnits(Path file, boolean dryRun) {
        return imports.importUnits(file, DAY, dryRun, SELF, Progress.NONE);
    }

    @Test
    void anImportedUnitIsKnownFromItsDayOn() throws IOException {
        Path file = file(
                "level,code,name,parent_code",
                "province,04,Tỉnh Cao Bằng,",
                "district,040,Thành phố Cao Bằng,04",
                "commune,01267,Phường Sông Hiến,040");

        ImportReport report = importUnits(file, false);

        assertThat(List.of(report.read(), report.fresh(), report.known(), report.rejectedCount()))
                .containsExactly(3L, 3L, 0L, 0L);
        assertThat(units.current().find("01267", LocalDate.of(2020, 9, 1)).map(Unit::name))
                .contains("Phường Sông Hiến");
        assertThat(units.current().find("01267", LocalDate.of(2020, 2, 1))).isEmpty();
        assertThat(units.current().find("00691", LocalDate.of(2020, 9, 1)).map(Unit::name))
                .as("built in")
                .contains("Phường Trần Phú");
    }

    @Test
    void importingTheSameFileAgainChangesNothing() throws IOException {
        Path file =
                file("level,code,name,parent_code", "province,04,Tỉnh Cao Bằng,", "district,040,Thành phố Cao Bằng,04");
        importUnits(file, false);
        Object before = units.current();

        ImportReport again = importUnits(file, false);

        assertThat(List.of(again.fresh(), again.known())).containsExactly(0L, 2L);
        database.clock().advance(Duration.ofMinutes(1));
        assertThat(units.current().all(Level.DISTRICT, DAY))
                .isEqualTo(((vn.dancu.civil.unit.AdministrativeUnits) before).all(Level.DISTRICT, DAY));
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() throws IOException {
        Path file = file("level,code,name,parent_code", "province,04,Tỉnh Cao Bằng,");

        ImportReport report = importUnits(file, true);

        assertThat(report.fresh()).isEqualTo(1);
        assertThat(database.jdbc()
                        .sql("select (select count(*) from reference.unit) + (select count(*) from audit.entry)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void rowsThatCannotBeUnitsAreRejectedWithTheirLineAndTheOthersComeIn() throws IOException {
        Path file = file(
                "level,code,name,parent_code",
                "province,4,Tỉnh Cao Bằng,",
                "quận,040,Thành phố Cao Bằng,04",
                "commune,ABCDE,Phường Sông Hiến,040",
                "province,04,Tỉnh Cao Bằng,",
                "commune,01267,Phường Sông Hiến,",
                "province,06,Tỉnh Bắc Kạn,,,thừa");

        ImportReport report = importUnits(file, false);

        assertThat(List.of(report.read(), report.fresh(), report.rejectedCount()))
                .containsExactly(6L, 1L, 5L);
        assertThat(Files.readAllLines(folder.resolve("units.csv.rejected.csv")).stream()
                        .map(line -> line.split(",")[0] + " " + line.split(",")[1]))
                .containsExactly(
                        "line code",
                        "3 R106_UNIT_MALFORMED",
                        "4 R106_UNIT_MALFORMED",
                        "5 R102_NUMBER_REPEATED",
                        "6 R106_UNIT_MALFORMED",
                        "7 R103_TOO_MANY_CELLS");
    }

    @Test
    void anImportByAnotherProcessIsSeenAfterAWhile() throws IOException {
        units.current();
        database.jdbc()
                .sql("insert into reference.unit values ('2020-02-02', 'PROVINCE', '99', 'Tỉnh Mới', null)")
                .update();
        database.jdbc().sql("update reference.edition set number = number + 1").update();

        assertThat(units.current().find("99", DAY)).isEmpty();
        database.clock().advance(Duration.ofSeconds(5));
        assertThat(units.current().find("99", DAY)).isPresent();
    }

    @Test
    void successionTellsWhatBecameOfAUnit() throws IOException {
        LocalDate reform = LocalDate.of(2025, 7, 1);
        importUnits(
                file(
                        "level,code,name,parent_code",
                        "province,04,Tỉnh Cao Bằng,",
                        "district,040,Thành phố Cao Bằng,04",
                        "commune,01267,Phường Sông Hiến,040"),
                false);
        imports.importUnits(
                file("level,code,name,parent_code", "province,04,Tỉnh Cao Bằng,", "commune,01273,Phường Thục Phán,04"),
                reform,
                false,
                SELF,
                Progress.NONE);
        Path file = Files.write(
                folder.resolve("succession.csv"),
                List.of("old_code,old_name,new_code,divided", "01267,Phường Sông Hiến,01273,no"));

        ImportReport report = imports.importSuccession(file, reform, false, SELF, Progress.NONE);

        assertThat(report.fresh()).isEqualTo(1);
        assertThat(units.current().successors("01267", DAY, reform))
                .extracting(Unit::name)
                .containsExactly("Phường Thục Phán");
    }

    @Test
    void theWholeCountryOf2020ComesIn() {
        Path list =
                Path.of(System.getProperty("dancu.shared", "../../shared"), "data", "units", "units-2020-02-02.csv");
        assumeThat(list)
                .as("skipped: no official list of 2020 (set -Ddancu.shared)")
                .exists();

        ImportReport report = importUnits(list, false);

        assertThat(report.rejectedCount()).isZero();
        assertThat(units.current().all(Level.COMMUNE, DAY)).hasSize(10_767);
        assertThat(units.current().knows("99999", DAY)).isEqualTo(Knowledge.UNKNOWN_COMPLETE);
    }

    @Test
    void theRestOfTheListOf2008CanBeImported() {
        ReferenceLists lists = database.get(ReferenceLists.class);
        CodedValue value = new CodedValue(Ethnicities.LIST_2008, "21", "Xtiêng");

        assertThat(lists.importEthnicGroups(List.of(value), SELF)).isEqualTo(1);
        assertThat(lists.importEthnicGroups(List.of(value), SELF)).isZero();
        assertThat(lists.ethnicGroups().all(Ethnicities.LIST_2008)).hasSize(21).contains(value);
    }

    @Test
    void aFileOfEthnicGroupsIsTakenInRowByRow() throws IOException {
        Path file = file(
                "list,code,name",
                Ethnicities.LIST_2008 + ",21,Xtiêng",
                Ethnicities.LIST_2008 + ",x,Thổ",
                "1999,22,Lào",
                Ethnicities.LIST_2008 + ",22,");
        EthnicGroupImport groups = database.get(EthnicGroupImport.class);

        ImportReport report = groups.importEthnicGroups(file, false, SELF, Progress.NONE);
        ImportReport again = groups.importEthnicGroups(file, false, SELF, Progress.NONE);

        assertThat(List.of(report.read(), report.fresh(), report.rejectedCount()))
                .containsExactly(4L, 1L, 3L);
        assertThat(List.of(again.fresh(), again.known())).containsExactly(0L, 1L);
        assertThat(database.get(ReferenceLists.class).ethnicGroups().parse("21", Ethnicities.LIST_2008))
                .contains(new CodedValue(Ethnicities.LIST_2008, "21", "Xtiêng"));
    }

    @Test
    void theTablesHoldTheVersionsAndOfficesThatTheProgramKnows() {
        ReferenceLists lists = database.get(ReferenceLists.class);

        assertThat(lists.formVersions().all())
                .containsExactlyInAnyOrderElementsOf(FormVersions.builtIn().all());
        assertThat(database.get(Offices.class).organisation().all())
                .containsExactlyInAnyOrderElementsOf(Organisation.builtIn().all());
    }

    @Test
    void whoReverifiesDependsOnTheDay() {
        Organisation organisation = database.get(Offices.class).organisation();

        assertThat(organisation
                        .officeFor(Duty.RE_VERIFY, LocalDate.of(2020, 9, 1))
                        .orElseThrow()
                        .code())
                .isEqualTo("CITY_TEAM");
        assertThat(organisation
                        .officeFor(Duty.RE_VERIFY, LocalDate.of(2025, 9, 1))
                        .orElseThrow()
                        .code())
                .isEqualTo("PC06");
    }
}
