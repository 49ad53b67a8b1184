package vn.dancu.linkage.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.LinkageException;

class CsvFileTest {

    @TempDir
    private Path folder;

    @Test
    void rowsAndCellsComeAsTheyAreWritten() {
        CsvFile file = file("id,name,born\n1,Vì Công Chiến,1977\n2,Lò Thị Mai,\n");

        assertThat(file.header()).containsExactly("id", "name", "born");
        assertThat(rows(file)).containsExactly(List.of("1", "Vì Công Chiến", "1977"), List.of("2", "Lò Thị Mai", ""));
    }

    @Test
    void spacesAroundCellsAreLeftAside() {
        CsvFile file = file("rec_id, given_name, surname\nrec-1, lan , le van \nrec-2, , \nrec-3, \" kept \" ,x\n");

        assertThat(file.header()).containsExactly("rec_id", "given_name", "surname");
        assertThat(rows(file))
                .containsExactly(
                        List.of("rec-1", "lan", "le van"), List.of("rec-2", "", ""), List.of("rec-3", " kept ", "x"));
    }

    @Test
    void quotedCellsHoldDelimitersQuotesAndLineEnds() {
        CsvFile file = file("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\n\"\"\"\",\"q\"tail\n");

        assertThat(rows(file))
                .containsExactly(List.of("x,y", "say \"hi\""), List.of("two\r\nlines", ""), List.of("\"", "qtail"));
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsALetter() {
        assertThat(rows(file("a,b\n5\" pipe,x\n"))).containsExactly(List.of("5\" pipe", "x"));
    }

    @Test
    void everyLineEndIsOne() {
        assertThat(rows(file("a,b\r\n1,2\r3,4\n5,6")))
                .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
    }

    @Test
    void aRowKnowsItsLineBehindBlankLinesAndQuotedLineEnds() {
        CsvFile file = file("\n a,b \n\n1,\"x\ny\"\r\n  \n2,z\n");

        List<Long> lines = new ArrayList<>();
        file.forEach((line, bytes, from, to, cells) -> lines.add(line));

        // Line 1 is blank, 2 the header, 3 blank, 4 and 5 one row, 6 blank.
        assertThat(lines).containsExactly(4L, 7L);
    }

    @Test
    void theDelimiterIsFoundInTheHeader() {
        assertThat(rows(file("a;b;c\n1,5;2;3\n"))).containsExactly(List.of("1,5", "2", "3"));
        assertThat(rows(file("a\tb\n1 \t2\n"))).containsExactly(List.of("1", "2"));
        assertThat(rows(file("a|b\n1|2\n"))).containsExactly(List.of("1", "2"));
        assertThat(rows(file("\"a,b,c\";d\n1;2\n"))).containsExactly(List.of("1", "2"));
        assertThat(rows(file("only\n1\n"))).containsExactly(List.of("1"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertThat(file("\uFEFFid,x\n1,2\n").header()).containsExactly("id", "x");
    }

    @Test
    void utf16IsReadWithAndWithoutItsMark() {
        String text = "id,họ tên\n1,Đặng Thị Hường\n2,𠮷 \uD83D\n";
        List<List<String>> expected = List.of(List.of("1", "Đặng Thị Hường"), List.of("2", "𠮷 \uFFFD"));
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("\uFEFF", "")) {
                CsvFile file = file(utf16(mark + text, charset));

                assertThat(file.header()).containsExactly("id", "họ tên");
                for (int buffer = 1; buffer < 40; buffer++) {
                    assertThat(rows(file, buffer)).isEqualTo(expected);
                }
            }
        }
    }

    /** The charset's own encoder would replace half a pair. */
    private static byte[] utf16(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean isBig = charset == StandardCharsets.UTF_16BE;
        text.chars().forEach(unit -> {
            bytes.write(isBig ? unit >> 8 : unit);
            bytes.write(isBig ? unit : unit >> 8);
        });
        return bytes.toByteArray();
    }

    @Test
    void bytesThatAreNoUtf8PassThroughAsTheyAre() {
        CsvFile file = file(new byte[] {'a', ',', 'b', '\n', (byte) 0xC3, ',', (byte) 0xFF, (byte) 0xAC, '\n'});

        file.forEach((line, bytes, from, to, cells) -> {
            assertThat(cells).isEqualTo(2);
            assertThat(bytes[from[0]]).isEqualTo((byte) 0xC3);
            assertThat(bytes[from[1]]).isEqualTo((byte) 0xFF);
            assertThat(to[1] - from[1]).isEqualTo(2);
        });
    }

    @Test
    void aCellOfTenMegabytesIsReadWhole() {
        String long1 = "đ".repeat(5 << 20);
        String long2 = "\"" + "x\n".repeat(5 << 20) + "\"";
        CsvFile file = file("a,b\n1," + long1 + "\n2," + long2 + "\n3,short\n");

        List<Integer> lengths = new ArrayList<>();
        file.forEach((line, bytes, from, to, cells) -> lengths.add(to[1] - from[1]));

        assertThat(lengths).containsExactly(10 << 20, 10 << 20, 5);
    }

    @Test
    void anUnclosedQuoteIsNamedByTheLineInWhichItOpened() {
        CsvFile file = file("a,b\n1,2\n\"x\ny\",\"open\n3,4\n5,6\n");

        assertThatExceptionOfType(LinkageException.class)
                .isThrownBy(() -> rows(file))
                .satisfies(e -> {
                    assertThat(e.english())
                            .contains("table.csv")
                            .contains("line 4")
                            .contains("not closed");
                    assertThat(e.vietnamese()).contains("dòng 4");
                });
    }

    @Test
    void anEmptyFileIsRefusedAndAHeaderAloneIsNot() {
        for (String empty : List.of("", "\n \r\n", "\uFEFF")) {
            assertThatThrownBy(() -> file(empty))
                    .isInstanceOf(LinkageException.class)
                    .hasMessageContaining("table.csv is empty");
        }
        assertThat(rows(file("a,b"))).isEmpty();
    }

    @Test
    void aFolderOrAnAbsentFileIsRefused() {
        assertThatThrownBy(() -> CsvFile.open(folder))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> CsvFile.open(folder.resolve("none.csv")))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void aFileIsReadAgainFromItsStart() {
        CsvFile file = file("a\n1\n2\n");

        assertThat(rows(file)).isEqualTo(rows(file)).hasSize(2);
    }

    @Test
    void theNumberOfRowsIsEstimated() {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(100_000 + i).append(",Nguyễn\n");
        }

        assertThat(file(text.toString()).estimatedRows()).isBetween(19_500, 20_500);
        assertThat(file("id\n1\n2\n").estimatedRows()).isEqualTo(2);
    }

    @Test
    void everyTextIsReadAsThePlainReaderReadsItWhereverTheBufferEnds() {
        long seed = Long.getLong("dancu.seed", 20261125);
        Random random = new Random(seed);
        for (int n = 0; n < 400; n++) {
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            String text = text(random, delimiter);
            List<PlainCsv.Row> expected = new PlainCsv(text, delimiter).rows();
            CsvFile file = file(text);
            for (int buffer = 1; buffer <= 64; buffer++) {
                List<PlainCsv.Row> read = new ArrayList<>();
                file.forEach(
                        (line, bytes, from, to, cells) ->
                                read.add(new PlainCsv.Row(line, cells(bytes, from, to, cells))),
                        buffer);

                assertThat(read)
                        .as("seed %d, text %d, buffer %d: %s", seed, n, buffer, text)
                        .isEqualTo(expected.subList(1, expected.size()));
            }
        }
    }

    @Test
    void rangesHaveTheRowsOfTheWholeHoweverTheFileIsWritten() {
        long seed = Long.getLong("dancu.seed", 20261125);
        Random random = new Random(seed);
        for (int n = 0; n < 300; n++) {
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            String text = (random.nextBoolean() ? "\uFEFF" : "") + text(random, delimiter);
            Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                    .get(random.nextInt(3));
            CsvFile file = file(text.getBytes(charset));
            List<PlainCsv.Row> expected = new ArrayList<>();
            file.forEach((line, bytes, from, to, cells) ->
                    expected.add(new PlainCsv.Row(line, cells(bytes, from, to, cells))));
            for (int size = 1; size < 10; size++) {
                List<PlainCsv.Row> read = new ArrayList<>();
                for (CsvRange range : file.ranges(size)) {
                    assertThat(range.firstRow()).isEqualTo(read.size());
                    file.forEachIn(
                            range,
                            (line, bytes, from, to, cells) ->
                                    read.add(new PlainCsv.Row(line, cells(bytes, from, to, cells))));
                    assertThat(read).hasSize(range.firstRow() + range.rows());
                }

                assertThat(read)
                        .as("seed %d, text %d, %s, ranges of %d: %s", seed, n, charset, size, text)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aRangeOfAFileThatHasChangedIsRefused() {
        CsvFile file = file("id,x\n1,lan\n2,mai\n3,hoa\n");
        List<CsvRange> ranges = file.ranges(2);

        file("id,x\n1,lan\n2,tam\n3,hoa\n");
        file.forEachIn(ranges.get(1), (line, bytes, from, to, cells) -> {});

        assertThatThrownBy(() -> file.forEachIn(ranges.get(0), (line, bytes, from, to, cells) -> {}))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("table.csv from line 2 on");
        file("id,x\n");
        assertThatThrownBy(() -> file.forEachIn(ranges.get(1), (line, bytes, from, to, cells) -> {}))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("table.csv from line 4 on");
    }

    private static String text(Random random, char delimiter) {
        StringBuilder text = new StringBuilder("a").append(delimiter).append("b\n");
        String[] pieces = {
            "x", "é", "Nguyễn Văn", " ", "  ", "long cell of more than a word", "1", "\"", ",", ";", "|", "'", "\u0000"
        };
        String[] inQuotes = {"x", "đ", "\n", "\r", "\r\n", "\"\"", ",", ";", "\t", "|", " ", "some longer text"};
        int rows = random.nextInt(8);
        for (int r = 0; r < rows; r++) {
            int cells = 1 + random.nextInt(4);
            for (int c = 0; c < cells; c++) {
                text.append(c == 0 ? "" : String.valueOf(delimiter));
                if (random.nextInt(3) == 0) {
                    text.append(" ".repeat(random.nextInt(2))).append('"');
                    for (int p = random.nextInt(5); p > 0; p--) {
                        text.append(inQuotes[random.nextInt(inQuotes.length)]);
                    }
                    text.append('"').append(" ".repeat(random.nextInt(2)));
                } else {
                    // A letter first: a quote that begins a cell opens it.
                    text.append(random.nextInt(3) == 0 ? "" : "y");
                    boolean begun = text.charAt(text.length() - 1) == 'y';
                    for (int p = begun ? random.nextInt(4) : 0; p > 0; p--) {
                        String piece = pieces[random.nextInt(pieces.length)];
                        text.append(piece.equals(String.valueOf(delimiter)) ? "" : piece);
                    }
                }
            }
            boolean isLast = r == rows - 1 && random.nextBoolean();
            text.append(isLast ? "" : new String[] {"\n", "\r\n", "\r", "\n\n", "\r\n  \r\n"}[random.nextInt(5)]);
        }
        return text.toString();
    }

    private CsvFile file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private CsvFile file(byte[] bytes) {
        try {
            return CsvFile.open(Files.write(folder.resolve("table.csv"), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> rows(CsvFile file) {
        return rows(file, 1 << 16);
    }

    private static List<List<String>> rows(CsvFile file, int buffer) {
        List<List<String>> rows = new ArrayList<>();
        file.forEach((line, bytes, from, to, cells) -> rows.add(cells(bytes, from, to, cells)), buffer);
        return rows;
    }

    private static List<String> cells(byte[] bytes, int[] from, int[] to, int cells) {
        List<String> row = new ArrayList<>();
        for (int c = 0; c < cells; c++) {
            row.add(new String(bytes, from[c], to[c] - from[c], StandardCharsets.UTF_8));
        }
        return row;
    }
}
