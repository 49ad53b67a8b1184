package vn.dancu.reporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table on its way into a file, row by row, with nothing kept in memory. A cell that a spreadsheet would take for a
 * formula is written as text. Close it to end the file.
 */
public sealed interface RowFile extends Closeable {
    /** @param cells texts, numbers, or null for an empty cell */
    void row(@Nullable Object... cells);

    /** CSV, UTF-8 with a byte-order mark, which spreadsheets need to show Vietnamese. */
    static RowFile csv(OutputStream out, FileMark mark, List<String> heads) {
        return new Csv(out, mark, heads);
    }

    /** XLSX; a sheet that is full is followed by another. */
    static RowFile xlsx(OutputStream out, FileMark mark, List<String> heads) {
        return new Xlsx(out, mark, heads);
    }

    /** The text, led by an apostrophe where a spreadsheet would reckon with it. */
    static String harmless(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> "'" + text;
            default -> text;
        };
    }

    /** One line before the heads, and one at the end, bear the mark. */
    final class Csv implements RowFile {
        private final CsvWriter writer;
        private final FileMark mark;

        private Csv(OutputStream out, FileMark mark, List<String> heads) {
            this.mark = mark;
            try {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                text.write('\uFEFF');
                writer = CsvWriter.builder().build(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            writer.writeRecord("# " + mark.line());
            writer.writeRecord(heads);
        }

        @Override
        public void row(@Nullable Object... cells) {
            String[] texts = new String[cells.length];
            for (int i = 0; i < cells.length; i++) {
                Object cell = cells[i];
                texts[i] = cell == null ? "" : cell instanceof Number ? cell.toString() : harmless(cell.toString());
            }
            writer.writeRecord(texts);
        }

        @Override
        public void close() throws IOException {
            writer.writeRecord("# " + mark.line());
            writer.close();
        }
    }

    /** The first sheet is the mark; every printed page bears it too. */
    final class Xlsx implements RowFile {
        private static final int ROWS_A_SHEET = 1_000_000;
        private static final int FLUSH_EVERY = 1000;
        private static final int LONGEST_CELL = 32_000;

        private final Workbook book;
        private final FileMark mark;
        private final List<String> heads;
        private @Nullable Worksheet sheet;
        private int sheets;
        private int row;

        private Xlsx(OutputStream out, FileMark mark, List<String> heads) {
            this.mark = mark;
            this.heads = heads;
            book = new Workbook(out, "DanCu", "1.0");
            book.properties()
                    .setTitle(mark.title())
                    .setSubject(mark.serial())
                    .setKeywords(mark.serial())
                    .setDescription(mark.line());
            Worksheet first = book.newWorksheet("Dấu");
            first.width(0, 90);
            first.value(0, 0, "Dân Cư · " + mark.title());
            first.style(0, 0).bold().set();
            int line = 1;
            if (!mark.serial().isEmpty()) {
                first.value(line++, 0, mark.serial());
            }
            for (String text : mark.lines()) {
                first.value(line++, 0, text);
            }
            finish(first);
        }

        @Override
        public void row(@Nullable Object... cells) {
            Worksheet current = sheet;
            if (current == null || row > ROWS_A_SHEET) {
                current = next();
            }
            for (int column = 0; column < cells.length; column++) {
                Object cell = cells[column];
                if (cell instanceof Number number) {
                    current.value(row, column, number);
                } else if (cell != null) {
                    String text = cell.toString();
                    current.inlineString(
                            row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
                }
            }
            row++;
            if (row % FLUSH_EVERY == 0) {
                try {
                    current.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private Worksheet next() {
            Worksheet full = sheet;
            if (full != null) {
                finish(full);
            }
            sheets++;
            Worksheet fresh = book.newWorksheet("Bảng " + sheets);
            String line = mark.line().replace("&", "&&");
            String shortLine = line.length() > 240 ? line.substring(0, 240) : line;
            fresh.header(shortLine, Position.LEFT, 8);
            fresh.footer(shortLine, Position.LEFT, 8);
            for (int column = 0; column < heads.size(); column++) {
                fresh.inlineString(0, column, heads.get(column));
                fresh.width(column, Math.min(40, Math.max(10, heads.get(column).length() + 2)));
            }
            fresh.freezePane(0, 1);
            row = 1;
            sheet = fresh;
            return fresh;
        }

        private static void finish(Worksheet sheet) {
            try {
                sheet.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            Worksheet last = sheet == null ? next() : sheet;
            last.finish();
            book.finish();
        }
    }
}
