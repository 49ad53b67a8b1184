package vn.dancu.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.civil.text.LegacyText;
import vn.dancu.civil.text.LegacyText.Encoding;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

class TableTest {
    private static final List<Column> COLUMNS =
            List.of(new Column("no", true), new Column("full_name", true), new Column("note", false));
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<String> NAMES = List.of(
            "Nguyễn Văn Đức",
            "Phạm Thị Hường",
            "Giàng Mí Páo",
            "Vừ Thị Mỷ",
            "Trần Quốc Toản",
            "Lê Hoàng Ngọc Diệp",
            "Đặng Thuỳ Trâm",
            "Hoàng Ngũ Phúc");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-8 (BOM)",
                "UTF-16LE (BOM)",
                "UTF-16BE (BOM)",
                "windows-1258"
            })
    void everyCharsetOfVietnameseOfficesReadsTheSame(String encoding) throws IOException {
        String name = encoding.replace(" (BOM)", "");
        String text = (encoding.endsWith("(BOM)") ? "\uFEFF" : "") + csv(NAMES);
        byte[] bytes = name.equals("windows-1258")
                ? toneByTone(text).getBytes(Charset.forName("windows-1258"))
                : text.getBytes(Charset.forName(name));

        Read read = read(bytes);

        assertThat(read.encoding()).isEqualTo(encoding);
        assertThat(read.names()).map(TableTest::composed).isEqualTo(NAMES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"TCVN3", "VNI", "VIQR"})
    void textOfBeforeUnicodeIsDecoded(Encoding encoding) throws IOException {
        List<String> written =
                NAMES.stream().map(name -> LegacyText.encode(name, encoding)).toList();

        Read bytes = read(csv(written).getBytes(WINDOWS_1252));
        Read convertedByIgnorance = read(csv(written).getBytes(StandardCharsets.UTF_8));

        assertThat(bytes.names()).isEqualTo(NAMES);
        assertThat(bytes.encoding()).startsWith(encoding.name());
        assertThat(convertedByIgnorance.names()).isEqualTo(NAMES);
    }

    @Test
    void aFewLegacyCellsInAUnicodeFileStayAsWritten() throws IOException {
        List<String> written = new ArrayList<>(NAMES);
        written.set(2, LegacyText.encode("Nguyễn Văn Đức", Encoding.TCVN3));

        Read read = read(csv(written).getBytes(StandardCharsets.UTF_8));

        assertThat(read.names()).isEqualTo(written);
        assertThat(read.encoding()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFound(String separator) throws IOException {
        Read read = read("no" + separator + "full_name" + separator + "note\n1" + separator + "Vừ A" + separator + "\"x"
                + separator + "y\"\n");

        assertThat(read.separator()).isEqualTo(separator);
        assertThat(read.rows()).containsExactly(row(2, "1", "Vừ A", "x" + separator + "y"));
    }

    @Test
    void columnsStandInAnyOrderAndUnknownOnesAreTold() throws IOException {
        Read read = read(" Full  Name ,màu mắt,NO,no\nVừ A,nâu,1,2\n");

        assertThat(read.rows()).containsExactly(row(2, "1", "Vừ A", null));
        assertThat(read.unknown()).containsExactly("màu mắt", "no");
    }

    @Test
    void allMissingColumnsAreNamed() {
        assertThatThrownBy(() -> read("note\nx\n"))
                .isInstanceOfSatisfying(
                        DanCuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E103_COLUMN_MISSING))
                .hasMessageContaining("dòng 1: thiếu cột no, full_name")
                .hasMessageContaining("columns missing: no, full_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\uFEFF"})
    void anEmptyFileIsRefused(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        DanCuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E102_FILE_EMPTY))
                .hasMessageContaining("rỗng");
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() throws IOException {
        assertThat(read("no,full_name\n").rows()).isEmpty();
    }

    @Test
    void linesAreCountedAsAnEditorShowsThem() throws IOException {
        Read read = read("no,full_name\r\n\r\n1,\"Vừ\nA\"\r\n2,B\r\r3,C");

        assertThat(read.rows())
                .containsExactly(row(3, "1", "Vừ\nA", null), row(5, "2", "B", null), row(7, "3", "C", null));
    }

    @Test
    void aQuoteThatNeverClosesCostsNoOtherRow() throws IOException {
        Read read = read("no,full_name,note\n1,\"Vừ A,x\n2,B,\"y\"\n3,\"C \"\"D\"\"\",z\n4,\"E,x\n");

        assertThat(read.rows())
                .containsExactly(
                        row(2, "1", "\"Vừ A", "x"),
                        row(3, "2", "B", "y"),
                        row(4, "3", "C \"D\"", "z"),
                        row(5, "4", "\"E", "x"));
        assertThat(read.notes()).containsExactly(TableNote.counted("import.note.stray-quotes", 2, 2));
    }

    @Test
    void aRowMayBeShortButNotTooLong() throws IOException {
        Read read = read("no,full_name,note\n1\n2,B,x,,\n3,C,x,,y\n4,D\n");

        assertThat(read.rows().stream().map(Row::tooMany)).containsExactly(false, false, true, false);
        assertThat(read.rows().get(2).line()).isEqualTo(4);
    }

    @Test
    void aNameOfAThousandCharactersAndANulAreKept() throws IOException {
        String endless = "Nguyễn ".repeat(143);

        Read read = read("no,full_name\n1," + endless + "\n2,Vừ\0A\n");

        assertThat(read.names()).containsExactly(endless, "Vừ\u2400A");
        assertThat(read.notes()).containsExactly(TableNote.counted("import.note.zero-characters", 1, 3));
    }

    @Test
    void brokenBytesInAUnicodeFileAreTold() throws IOException {
        byte[] bytes = csv(NAMES).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;

        Read read = read(bytes);

        assertThat(read.names().get(7)).contains("\uFFFD");
        assertThat(read.notes()).containsExactly(TableNote.counted("import.note.broken-characters", 1, 9));
    }

    @Test
    void whatASpreadsheetWrapsToKeepZerosIsUnwrapped() throws IOException {
        assertThat(read("no,full_name\n\"=\"\"0012\"\"\",A\n").rows()).containsExactly(row(2, "0012", "A", null));
    }

    @Test
    void aPictureIsNoTable() {
        byte[] picture = new byte[4000];
        Arrays.fill(picture, 1, 3000, (byte) 3);

        assertThatThrownBy(() -> read(picture))
                .isInstanceOfSatisfying(
                        DanCuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E101_FILE_NOT_READABLE));
        assertThatThrownBy(() -> Table.open(folder.resolve("absent.csv"), COLUMNS))
                .isInstanceOfSatisfying(
                        DanCuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E101_FILE_NOT_READABLE));
    }

    @Test
    void aWorkbookIsReadAsItShows() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(1, 0, 12);
            sheet.style(1, 0).format("000000").set();
            sheet.value(1, 1, "Vừ A");
            sheet.value(1, 2, LocalDate.of(1980, 5, 8));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(3, 0, 2080001234567L);
            sheet.value(3, 1, LocalDate.of(1941, 1, 1));
            sheet.style(3, 1).format("yyyy").set();
            sheet.value(3, 2, 1941);
            sheet.value(4, 0, "x");
            sheet.value(4, 5, "beyond");
        });

        Read read = read(file);

        assertThat(read.encoding()).isEqualTo("XLSX");
        assertThat(read.rows().subList(0, 2))
                .containsExactly(row(2, "000012", "Vừ A", "1980-05-08"), row(4, "2080001234567", "1941", "1941"));
        assertThat(read.rows().get(2).tooMany()).isTrue();
    }

    @Test
    void aFormulaCountsAsWhatItShowedWhenSaved() throws IOException {
        Path file = workbook(sheet -> {
            sheet.formula(1, 0, "6*2");
            sheet.formula(1, 1, "B9");
            sheet.formula(1, 2, "B8");
        });
        rewriteSheet(
                file,
                xml -> xml.replace("<f>6*2</f>", "<f>6*2</f><v>12</v>")
                        .replace("<c r=\"B2\"><f>B9</f>", "<c r=\"B2\" t=\"str\"><f>B9</f><v>Vừ A</v>"));

        Read read = read(file);

        assertThat(read.rows()).containsExactly(row(2, "12", "Vừ A", null));
        assertThat(read.notes())
                .containsExactly(
                        TableNote.counted("import.note.formulas", 3, 2),
                        TableNote.counted("import.note.formulas-without-value", 1, 2));
    }

    @Test
    void legacyTextInAWorkbookIsDecodedToo() throws IOException {
        Path file = workbook(sheet -> {
            for (int i = 0; i < NAMES.size(); i++) {
                sheet.value(i + 1, 0, i);
                sheet.value(i + 1, 1, LegacyText.encode(NAMES.get(i), Encoding.TCVN3));
            }
        });

        assertThat(read(file).names()).isEqualTo(NAMES);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.5, 0.9, 0.99})
    void aTruncatedWorkbookIsToldAsDamaged(double share) throws IOException {
        Path file = workbook(sheet -> {
            for (int i = 1; i < 500; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 1, "Tên " + i);
            }
        });
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        DanCuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E104_FILE_DAMAGED))
                .hasMessageContaining("đọc được đến dòng 0");
    }

    @Test
    void aSheetThatBreaksOffGivesTheRowsBeforeAndTellsTheLine() throws IOException {
        Path file = workbook(sheet -> {
            for (int i = 1; i < 3000; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 1, "x");
            }
        });
        rewriteSheet(file, xml -> xml.substring(0, xml.indexOf("<row r=\"2001\"") + 40));
        List<Row> rows = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (Table table = Table.open(file, COLUMNS)) {
                        for (Row row = table.next(); row != null; row = table.next()) {
                            rows.add(row);
                        }
                    }
                })
                .hasMessageContaining("đọc được đến dòng 2000");

        assertThat(rows).hasSize(1999);
    }

    @Test
    void anOldXlsIsNamedAsSuch() {
        byte[] xls = new byte[512];
        xls[0] = (byte) 0xD0;
        xls[1] = (byte) 0xCF;

        assertThatThrownBy(() -> read(xls)).hasMessageContaining("XLS");
    }

    private record Read(
            List<Row> rows, String encoding, String separator, List<String> unknown, List<TableNote> notes) {
        List<@Nullable String> names() {
            return rows.stream().map(row -> row.cells()[1]).toList();
        }
    }

    /** With equality by content, which a record of an array has not. */
    private static Row row(long line, @Nullable String... cells) {
        return new Row(line, cells, false);
    }

    private Read read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Read read(byte[] bytes) throws IOException {
        return read(Files.write(folder.resolve("table.csv"), bytes));
    }

    private static Read read(Path file) {
        try (Table table = Table.open(file, COLUMNS)) {
            List<Row> rows = new ArrayList<>();
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            return new Read(rows, table.encoding(), table.separator(), table.unknownColumns(), table.notes());
        }
    }

    private static String csv(List<String> names) {
        StringBuilder csv = new StringBuilder("no,full_name\n");
        for (int i = 0; i < names.size(); i++) {
            csv.append(i).append(",\"").append(names.get(i)).append("\"\n");
        }
        return csv.toString();
    }

    /** As windows-1258 wants it: the letter with its hat or horn, then its tone. */
    private static String toneByTone(String text) {
        StringBuilder split = new StringBuilder();
        for (char c : text.toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            split.append(Normalizer.normalize(
                            parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC))
                    .append(tone);
        }
        return split.toString();
    }

    private static String composed(@Nullable String text) {
        return Normalizer.normalize(String.valueOf(text), Normalizer.Form.NFC);
    }

    private interface Fill {
        void into(Worksheet sheet);
    }

    private Path workbook(Fill fill) throws IOException {
        Path file = folder.resolve("table.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet");
            sheet.value(0, 0, "no");
            sheet.value(0, 1, "full_name");
            sheet.value(0, 2, "note");
            fill.into(sheet);
        }
        return file;
    }

    private interface Change {
        String of(String xml);
    }

    private static void rewriteSheet(Path file, Change change) throws IOException {
        Path changed = file.resolveSibling("changed.xlsx");
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    content = change.of(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
