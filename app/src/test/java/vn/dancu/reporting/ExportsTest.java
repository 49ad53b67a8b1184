package vn.dancu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.reporting.Campaign.CHIEF;
import static vn.dancu.reporting.Campaign.CITY_AREA;
import static vn.dancu.reporting.Campaign.OTHER_WARD;
import static vn.dancu.reporting.Campaign.TYPIST;
import static vn.dancu.reporting.Campaign.WARD;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.access.AccessService;
import vn.dancu.access.DataRights;
import vn.dancu.access.DataRights.Kind;
import vn.dancu.access.NewAccount;
import vn.dancu.audit.AuditEntry;
import vn.dancu.audit.AuditQuestion;
import vn.dancu.audit.AuditTrail;
import vn.dancu.intake.FormField;
import vn.dancu.reporting.ExportResult.Why;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;

class ExportsTest {
    private static final Actor ADMINISTRATOR = new Actor("quan-tri", Role.ADMINISTRATOR, AreaScope.NOWHERE);
    private static final Actor AUDITOR = new Actor("kiem-toan", Role.AUDITOR, AreaScope.NOWHERE);
    private static final Actor TEAM = new Actor("doi-qlhc", Role.CITY_TEAM, CITY_AREA);
    private static final Actor OTHER_CHIEF =
            new Actor("truong-00692", Role.CHIEF, AreaScope.ofCommunes(Set.of(OTHER_WARD)));
    private static final List<FormField> USUAL = List.of(FormField.FORM_NO, FormField.FULL_NAME);

    private static Campaign campaign;
    private static Exports exports;
    private static DataRights rights;

    @BeforeAll
    static void fill() {
        campaign = new Campaign();
        exports = campaign.database.get(Exports.class);
        rights = campaign.database.get(DataRights.class);
        AccessService access = campaign.database.get(AccessService.class);
        for (Actor actor : List.of(CHIEF, TEAM, OTHER_CHIEF, TYPIST)) {
            access.create(
                    new NewAccount(
                            actor.login(),
                            "CB. Nguyễn Văn A",
                            actor.role(),
                            actor.scope(),
                            LocalDate.of(2020, 1, 1),
                            null),
                    "Mat-khau-thu-nghiem-7",
                    ADMINISTRATOR);
        }
        rights.set(Kind.EXPORT, CHIEF.login(), true, "QĐ 12/2020", ADMINISTRATOR);
        rights.set(Kind.EXPORT, TEAM.login(), true, "QĐ 12/2020", ADMINISTRATOR);
        campaign.entered(WARD, "HG0000301", "HG0000302");
        campaign.entered(Campaign.aForm("HG0000303", WARD).with(FormField.FULL_NAME, "=HYPERLINK(\"x\")"));
        campaign.entered(OTHER_WARD, "HG0000304");
    }

    @AfterAll
    static void close() {
        campaign.close();
    }

    private static AskExport asked(List<FormField> fields, String reason, String purpose, String format) {
        return new AskExport(Measure.PERSONS, "", "", fields, reason, purpose, format);
    }

    private static Export made(Actor actor, List<FormField> fields, String reason, String format) {
        Export export = exports.ask(asked(fields, reason, "Kiểm tra: CV 7", format), actor)
                .done()
                .orElseThrow();
        campaign.database.get(ExportRun.class).make(export.id(), Progress.NONE);
        return exports.own(actor).stream()
                .filter(one -> one.id() == export.id())
                .findFirst()
                .orElseThrow();
    }

    private static Path fileOf(Export export, Actor actor) {
        return exports.take(export.id(), actor).orElseThrow().path();
    }

    private static List<AuditEntry> logOf(String objectKind, String objectId) {
        return ((AuditTrail.Answer.Entries) campaign.database
                        .get(AuditTrail.class)
                        .read(AuditQuestion.about(objectKind, objectId, 50), AUDITOR, "kiểm tra"))
                .entries();
    }

    private static void limit(Role role, int rows) {
        try (Connection owner = campaign.database.migrator()) {
            owner.createStatement()
                    .execute("update reporting.export_limit set most_rows = " + rows + " where role = '" + role + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theRightIsGivenToAnAccountAndOnlyToSomeRoles() {
        assertThat(rights.set(Kind.EXPORT, TYPIST.login(), true, "QĐ 12", ADMINISTRATOR))
                .isEqualTo(DataRights.Result.WRONG_ROLE);
        assertThat(rights.set(Kind.EXPORT, OTHER_CHIEF.login(), true, "QĐ 12", CHIEF))
                .isEqualTo(DataRights.Result.NOT_ALLOWED);
        assertThat(rights.set(Kind.EXPORT, OTHER_CHIEF.login(), true, " ", ADMINISTRATOR))
                .isEqualTo(DataRights.Result.NO_NOTE);
        assertThat(exports.ask(asked(USUAL, "", "Kiểm tra", "csv"), OTHER_CHIEF).refused())
                .contains(Why.NO_RIGHT);
    }

    @Test
    void withoutPurposeOrBeyondTheAreaNothingLeaves() {
        assertThat(exports.ask(asked(USUAL, "", " ", "csv"), CHIEF).refused()).contains(Why.NO_PURPOSE);
        assertThat(exports.ask(asked(List.of(), "", "Kiểm tra", "csv"), CHIEF).refused())
                .contains(Why.NO_FIELDS);
        assertThat(exports.ask(asked(USUAL, "", "x".repeat(10_000), "csv"), CHIEF)
                        .refused())
                .contains(Why.MALFORMED);
        assertThat(exports.ask(new AskExport(Measure.PERSONS, OTHER_WARD, "", USUAL, "", "Kiểm tra", "csv"), CHIEF)
                        .refused())
                .contains(Why.OUTSIDE_AREA);
    }

    @Test
    void theFileHoldsTheAreaAndBearsItsMark() throws IOException {
        Export export = made(CHIEF, USUAL, "", "csv");
        Path file = fileOf(export, CHIEF);
        List<String> lines = Files.readAllLines(file);

        assertThat(export.status()).isEqualTo(Export.Status.READY);
        assertThat(export.rowsWritten()).isEqualTo(3);
        assertThat(file.getFileName().toString()).startsWith(export.serial() + "_truong-00691_");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        // A mark, the heads, three forms of the ward, a mark.
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).contains(export.serial(), "truong-00691", "08:00 31/08/2020", "Kiểm tra: CV 7");
        assertThat(lines.get(5)).contains(export.serial());
        assertThat(lines.subList(2, 5)).allMatch(line -> line.endsWith(export.serial()));
        assertThat(String.join("\n", lines)).doesNotContain("HG0000304");
    }

    @Test
    void aCellThatASpreadsheetWouldReckonWithIsText() throws IOException {
        String csv = Files.readString(fileOf(made(CHIEF, USUAL, "", "csv"), CHIEF));

        assertThat(csv).contains("'=HYPERLINK(").doesNotContain(",=HYPERLINK(").doesNotContain(",\"=HYPERLINK(");
        assertThat(Stream.of("=1", "+1", "-1", "@x", "\tx", "\rx").map(RowFile::harmless))
                .allMatch(text -> text.startsWith("'"));
        assertThat(RowFile.harmless("Phạm Văn Long")).isEqualTo("Phạm Văn Long");
    }

    @Test
    void ethnicityReligionAndBloodGroupStayBehindUnlessNamedWithAReason() throws IOException {
        List<FormField> named = List.of(FormField.FORM_NO, FormField.ETHNICITY, FormField.RELIGION);

        assertThat(exports.ask(asked(named, " ", "Kiểm tra", "csv"), CHIEF).refused())
                .contains(Why.SENSITIVE_WITHOUT_REASON);
        assertThat(ExportField.USUAL).doesNotContainAnyElementsOf(ExportField.SENSITIVE);
        assertThat(Files.readString(fileOf(made(CHIEF, USUAL, "", "csv"), CHIEF)))
                .doesNotContain("Tày", "Phật giáo");
        assertThat(Files.readString(fileOf(made(CHIEF, named, "Chương trình dân tộc, CV 9", "csv"), CHIEF)))
                .contains("Tày", "Phật giáo");
    }

    @Test
    void aWorkbookBearsTheMarkOnASheetOfItsOwn() throws IOException {
        Export export = made(CHIEF, USUAL, "", "xlsx");
        List<List<String>> sheets = new ArrayList<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(Files.readAllBytes(fileOf(export, CHIEF))))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.add(sheet.read().stream()
                        .flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
                        .toList());
            }
        }

        assertThat(sheets).hasSize(2);
        assertThat(sheets.get(0)).contains(export.serial(), "Người xuất: truong-00691", "Mục đích: Kiểm tra: CV 7");
        assertThat(sheets.get(1)).contains("HG0000301", "HG0000302", "HG0000303", export.serial());
    }

    @Test
    void aboveTheLimitAnotherDecidesWhoIsResponsibleForTheWholeArea() {
        limit(Role.CHIEF, 2);
        try {
            Export export = exports.ask(asked(USUAL, "", "Kiểm tra", "csv"), CHIEF)
                    .done()
                    .orElseThrow();

            assertThat(export.status()).isEqualTo(Export.Status.WAITING);
            campaign.database.get(ExportRun.class).make(export.id(), Progress.NONE);
            assertThat(exports.take(export.id(), CHIEF))
                    .as("not made before the word")
                    .isEmpty();
            assertThat(exports.decide(export.id(), true, "Đồng ý", CHIEF).refused())
                    .contains(Why.OWN_REQUEST);
            assertThat(exports.decide(export.id(), true, "Đồng ý", OTHER_CHIEF).refused())
                    .as("another ward does not even learn of it")
                    .contains(Why.NOT_FOUND);
            assertThat(exports.decide(export.id(), true, "Đồng ý", TYPIST).refused())
                    .contains(Why.NOT_FOUND);
            assertThat(exports.decide(export.id(), true, "", TEAM).refused()).contains(Why.NO_NOTE);
            assertThat(exports.toDecide(TEAM)).extracting(Export::id).contains(export.id());
            assertThat(exports.decide(export.id(), true, "Đồng ý", TEAM).done()).isPresent();
            assertThat(exports.decide(export.id(), false, "Thôi", TEAM).refused())
                    .as("a second decision comes too late")
                    .contains(Why.WRONG_STATE);
            campaign.database.get(ExportRun.class).make(export.id(), Progress.NONE);
            assertThat(exports.take(export.id(), CHIEF)).isPresent();
        } finally {
            limit(Role.CHIEF, 2000);
        }
    }

    @Test
    void theLogTellsFilterCountAndDownloadAndEachFormKnowsOfIt() {
        Export export = made(CHIEF, USUAL, "", "csv");
        exports.take(export.id(), CHIEF);

        List<AuditEntry> log = logOf("export", export.serial());

        assertThat(log).extracting(AuditEntry::act).containsExactly("TAKE_EXPORT", "MAKE_EXPORT", "ASK_EXPORT");
        assertThat(log.get(1).details()).contains("\"rows\": \"3\"", "persons commune=* group=*");
        assertThat(log.get(2).details()).contains("\"count\": \"3\"", "\"fields\": \"form_no,full_name\"");
        assertThat(log).allMatch(entry -> entry.purpose().equals("Kiểm tra: CV 7"));
        long form = campaign.figures
                .behind(new BehindFigure(Measure.PERSONS, WARD, "", ""), 0, 1, CHIEF)
                .get(0)
                .id();
        assertThat(logOf("form", String.valueOf(form)))
                .anyMatch(entry ->
                        entry.kind() == AuditEntry.Kind.VIEW && entry.purpose().contains(export.serial()));
    }

    @Test
    void onlyWhoAskedTakesTheFileAndOnlyWhileSheHasTheRight() {
        Export export = made(TEAM, USUAL, "", "csv");

        assertThat(export.rowsWritten()).isEqualTo(4);
        assertThat(exports.take(export.id(), CHIEF)).isEmpty();
        rights.set(Kind.EXPORT, TEAM.login(), false, "Thôi việc", ADMINISTRATOR);
        assertThat(exports.take(export.id(), TEAM)).isEmpty();
        rights.set(Kind.EXPORT, TEAM.login(), true, "QĐ 13", ADMINISTRATOR);
        assertThat(exports.take(export.id(), TEAM)).isPresent();
    }

    @Test
    void afterAWeekTheFileIsDeletedAndTheRequestStays() {
        Export export = made(TEAM, USUAL, "", "csv");
        Path file = fileOf(export, TEAM);

        campaign.database.clock().advance(ExportRun.KEPT.minus(Duration.ofMinutes(1)));
        exports.deleteExpired();
        assertThat(file).exists();
        campaign.database.clock().advance(Duration.ofMinutes(1));
        exports.deleteExpired();

        assertThat(file).doesNotExist();
        assertThat(exports.own(TEAM)).anyMatch(one -> one.id() == export.id() && one.status() == Export.Status.EXPIRED);
        assertThat(exports.take(export.id(), TEAM)).isEmpty();
        campaign.database.clock().set(vn.dancu.MovableClock.START);
    }
}
