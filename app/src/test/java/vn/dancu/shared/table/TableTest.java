package vn.dancu.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dancu.shared.table.ReadTable.COLUMNS;
import static vn.dancu.shared.table.ReadTable.NAMES;
import static vn.dancu.shared.table.ReadTable.row;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import vn.dancu.shared.table.ReadTable.Read;

class TableTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
    void anOldXlsIsNamedAsSuch() {
        byte[] xls = new byte[512];
        xls[0] = (byte) 0xD0;
        xls[1] = (byte) 0xCF;

        assertThatThrownBy(() -> read(xls)).hasMessageContaining("XLS");
    }

    private Read read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Read read(byte[] bytes) throws IOException {
        return ReadTable.read(Files.write(folder.resolve("table.csv"), bytes));
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
}
