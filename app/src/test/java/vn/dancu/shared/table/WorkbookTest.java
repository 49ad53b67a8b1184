package vn.dancu.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dancu.shared.table.ReadTable.COLUMNS;
import static vn.dancu.shared.table.ReadTable.NAMES;
import static vn.dancu.shared.table.ReadTable.read;
import static vn.dancu.shared.table.ReadTable.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.civil.text.LegacyText;
import vn.dancu.civil.text.LegacyText.Encoding;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.table.ReadTable.Read;

/** XLSX as spreadsheets write it. */
class WorkbookTest {
    @TempDir
    Path folder;

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
