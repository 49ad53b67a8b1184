package vn.dancu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The batch as its user sees it: files in, files out. Every person is invented; numbers are visibly false. */
class ProcessCommandTest {
    private static final String FORM_HEAD =
            "form_no,form_version,collected_on,collector,commune_code,residential_group,household_no,full_name,other_name,"
                    + "birth_date,sex,blood_group,marital_status,birth_registration_code,birth_registration_place,"
                    + "hometown_code,hometown,ethnicity,religion,nationality,personal_id,old_id,permanent_code,"
                    + "permanent_address,present_code,present_address,father_name,father_id,father_nationality,mother_name,"
                    + "mother_id,mother_nationality,spouse_name,spouse_id,spouse_nationality,representative_name,"
                    + "representative_id,representative_nationality,head_name,head_id,relation_to_head,household_book_no,"
                    + "declared_on";
    private static final String BOOK_HEAD =
            "entry_no,book_kind,household_book_no,commune_code,residential_group,address,full_name,other_name,birth_date,"
                    + "sex,ethnicity,religion,nationality,hometown,personal_id,old_id,relation_to_head,head_name,"
                    + "registered_on,removed_on,removal_reason";
    private static final String ARCHIVE_HEAD =
            "entry_no,envelope_no,commune_code,address,full_name,other_name,birth_date,sex,ethnicity,religion,birth_place,"
                    + "hometown,personal_id,old_ids,father_name,mother_name,spouse_name,relation_to_head,recorded_on";

    @TempDir
    static Path folder;

    private static Path out;

    private static String form(String no, String name, String birth, String sex, String oldId, String book) {
        return String.join(
                ",",
                no,
                "DC01/41-2019",
                "2020-08-20",
                "cskv-1",
                "00691",
                "Tổ 3",
                "",
                name,
                "",
                birth,
                sex,
                "",
                "1",
                "00691",
                "\"Trần Phú, Hà Giang\"",
                "",
                "Hà Giang",
                "Kinh",
                "Không",
                "Việt Nam",
                "",
                oldId,
                "00691",
                "\"Số 1, Tổ 3\"",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                name,
                "",
                "Chủ hộ",
                book,
                "2020-08-20");
    }

    private static String entry(
            String no, String name, String birth, String sex, String oldId, String book, String end) {
        return String.join(
                ",",
                no,
                "permanent",
                book,
                "00691",
                "Tổ 3",
                "\"Số 1, Tổ 3\"",
                name,
                "",
                birth,
                sex,
                "Kinh",
                "Không",
                "Việt Nam",
                "Hà Giang",
                "",
                oldId,
                "Chủ hộ",
                name,
                "2009-01-02",
                end,
                end.isEmpty() ? "" : "moved");
    }

    private static String sheet(String no, String name, String birth, String sex, String oldIds) {
        return String.join(
                ",",
                no,
                "TH" + no,
                "00691",
                "\"Số 1, Tổ 3\"",
                name,
                "",
                birth,
                sex,
                "Kinh",
                "Không",
                "Hà Giang",
                "Hà Giang",
                "",
                oldIds,
                "",
                "",
                "",
                "Chủ hộ",
                "2009-01-02");
    }

    @BeforeAll
    static void run() throws IOException {
        Path forms = folder.resolve("forms.csv");
        Files.writeString(
                forms,
                String.join(
                        "\n",
                        FORM_HEAD + ",ghi_chu",
                        form("P1", "Phạm Văn Long", "1984-05-08", "Nam", "073999001", "B1") + ",",
                        form("P2", "Đoàn Thị Hòa", "12/9/1990", "Nữ", "073999002", "B2") + ",",
                        form("P3", "Vừ Mí Páo", "1979", "Nam", "073999003", "B3") + ",",
                        form("P4", "Lục Thị Nhâm", "1966-03-04", "Nữ", "073999004", "B4") + ",",
                        form("P5", "Triệu Khánh Phương", "30/02/1988", "Nam", "073999005", "B5") + ",",
                        form("P6", "Sùng Seo Chứ", "2001-01-20", "Nam", "073999006", "B6") + ",",
                        form("P7", "Bế Quốc Huy", "1958-11-30", "Nam", "073999007", "B7") + ",",
                        form("P1", "Người Khác", "1990-01-01", "Nam", "", "B9") + ",",
                        form("", "Không Số", "1990-01-01", "Nam", "", "B9") + ",",
                        form("P9", "Thừa Ô", "1990-01-01", "Nam", "", "B9") + ",,thừa",
                        ""));
        Path book = folder.resolve("book.csv");
        Files.writeString(
                book,
                String.join(
                        "\n",
                        BOOK_HEAD,
                        entry("S1", "Phạm Văn Long", "1984-05-08", "Nam", "073999001", "B1", ""),
                        entry("S2", "Đoàn Thị Hoà", "1990-09-12", "Nữ", "073999002", "B2", ""),
                        entry("S3", "Vừ Mí Páo", "1976", "Nam", "073999003", "B3", ""),
                        entry("S4", "Lục Thị Nhâm", "1966-03-04", "Nữ", "073999004", "B4", "2018-05-06"),
                        entry("S5", "Triệu Khánh Phương", "1988", "Nam", "073999005", "B5", ""),
                        entry("S7", "Bế Quốc Huy", "1958-11-30", "Nam", "073999007", "B7", ""),
                        entry("S8", "Hoàng Thị Chấu", "1947", "Nữ", "073999008", "B8", ""),
                        ""));
        Path archive = folder.resolve("archive.csv");
        Files.writeString(
                archive,
                String.join(
                        "\n",
                        ARCHIVE_HEAD,
                        sheet("H1", "Phạm Văn Long", "1984-05-08", "Nam", "073999001"),
                        sheet("H3", "Vừ Mí Páo", "1979-02-03", "Nam", "070111222|073999003"),
                        ""));
        out = folder.resolve("out");
        int status = RootCommand.execute(
                "process",
                "--forms",
                forms.toString(),
                "--residence-book",
                book.toString(),
                "--archive",
                archive.toString(),
                "--out",
                out.toString());
        assertThat(status).isZero();
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(out.resolve(file))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    private static Map<String, String> column(String file, String key, String value) throws IOException {
        return rows(file).stream()
                .collect(Collectors.toMap(
                        row -> row.get(key), row -> row.get(value), (a, b) -> a + " " + b, TreeMap::new));
    }

    @Test
    void everyFormHasItsOutcome() throws IOException {
        assertThat(column("forms.csv", "form_no", "outcome"))
                .isEqualTo(new TreeMap<>(Map.of(
                        "P1", "AGREES",
                        "P2", "EXPLAINED",
                        "P3", "DIFFERS",
                        "P4", "DIFFERS",
                        "P5", "DIFFERS",
                        "P6", "NOT_IN_BOOKS",
                        "P7", "AGREES")));
    }

    @Test
    void theStageFollowsFromCheckAndOutcome() throws IOException {
        assertThat(column("forms.csv", "form_no", "stage"))
                .isEqualTo(new TreeMap<>(Map.of(
                        "P1", "RECONCILED",
                        "P2", "RECONCILED",
                        "P3", "CHECKED",
                        "P4", "CHECKED",
                        "P5", "COLLECTED",
                        "P6", "CHECKED",
                        "P7", "RECONCILED")));
    }

    @Test
    void aLinkToARemovedEntryDiffersInThePermanentPlace() throws IOException {
        assertThat(column("reconciliation.csv", "form_no", "differing_fields"))
                .containsEntry("P3", "birth_date")
                .containsEntry("P4", "permanent_code")
                .containsEntry("P2", "");
    }

    @Test
    void theSourcesStatesAreTold() throws IOException {
        assertThat(column("reconciliation.csv", "form_no", "residence_entry_no"))
                .containsEntry("P1", "S1")
                .containsEntry("P4", "S4")
                .containsEntry("P6", "");
        assertThat(column("reconciliation.csv", "form_no", "archive_state"))
                .containsEntry("P1", "FOUND")
                .containsEntry("P7", "NOT_FOUND");
    }

    @Test
    void anEntryWithoutAFormAndAFormWithoutAnEntryAreListed() throws IOException {
        assertThat(rows("missing-forms.csv"))
                .containsExactly(
                        Map.of("residence_entry_no", "S8", "commune_code", "00691", "residential_group", "Tổ 3"));
        assertThat(column("not-in-books.csv", "form_no", "form_no")).containsOnlyKeys("P6");
    }

    @Test
    void aDateThatDoesNotExistBlocksAndSaysWhere() throws IOException {
        assertThat(rows("findings.csv").stream()
                        .filter(row -> row.get("severity").equals("BLOCKING"))
                        .map(row -> row.get("form_no") + " " + row.get("field")))
                .containsExactly("P5 birth_date");
    }

    @Test
    void rowsThatCannotBeTakenAreListedWithLineAndReason() throws IOException {
        assertThat(column("rejected.csv", "line", "code")).hasSize(3).containsKeys("9", "10", "11");
    }

    @Test
    void theResultFilesAreTheOwnersAlone() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.getFileName().toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void everyPinnedFileIsThere() {
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "forms.csv",
                        "findings.csv",
                        "reconciliation.csv",
                        "fields.csv",
                        "duplicates.csv",
                        "missing-forms.csv",
                        "not-in-books.csv",
                        "rejected.csv",
                        "summary.json",
                        "report.html",
                        "report.xlsx");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(RootCommand.execute(
                        "process", "--forms", folder.resolve("no.csv").toString(), "--out", out.toString()))
                .isEqualTo(RootCommand.FAILED);
    }
}
