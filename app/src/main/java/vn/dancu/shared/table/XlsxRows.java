package vn.dancu.shared.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * Rows of the first sheet of an XLSX file, as the spreadsheet shows them: a formula as the value it had when the file was
 * saved, a date as yyyy-MM-dd (or as much of it as its format shows), a number with the leading zeros of its format.
 */
final class XlsxRows implements RawRows {
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private long line;
    private long formulas;
    private long firstFormula;
    private long valueless;
    private long firstValueless;

    private XlsxRows(Path file, ReadableWorkbook workbook, Stream<Row> stream) {
        this.file = file;
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    /** @throws DanCuException E104 when the file is no whole workbook */
    static XlsxRows open(Path file) throws IOException {
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
            return new XlsxRows(file, workbook, workbook.getFirstSheet().openStream());
        } catch (IOException | RuntimeException e) {
            if (workbook != null) {
                workbook.close();
            }
            throw damaged(file, 0, e);
        }
    }

    @Override
    public @Nullable RawRow next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                line = row.getRowNum();
                String[] cells = cells(row);
                if (cells.length > 0) {
                    return new RawRow(line, cells);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw damaged(file, line, e);
        }
    }

    private static DanCuException damaged(Path file, long line, Exception cause) {
        return BothLanguages.failure(
                ErrorCode.E104_FILE_DAMAGED,
                "import.xlsx-damaged",
                Map.of("file", String.valueOf(file.getFileName()), "line", String.valueOf(line)),
                cause);
    }

    /** Up to the last cell that is not blank. */
    private String[] cells(Row row) {
        String[] cells = new String[row.getCellCount()];
        Arrays.fill(cells, "");
        int filled = 0;
        for (Cell cell : row) {
            if (cell != null) {
                String shown = shown(cell).replace('\0', '\u2400');
                if (!shown.isBlank()) {
                    cells[cell.getColumnIndex()] = shown;
                    filled = Math.max(filled, cell.getColumnIndex() + 1);
                }
            }
        }
        return filled == cells.length ? cells : Arrays.copyOf(cells, filled);
    }

    private String shown(Cell cell) {
        if (cell.getType() == CellType.FORMULA) {
            firstFormula = formulas++ == 0 ? line : firstFormula;
            if (cell.getRawValue() == null) {
                firstValueless = valueless++ == 0 ? line : firstValueless;
            }
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number, cell.getDataFormatString());
        }
        if (value instanceof Boolean) {
            return Boolean.TRUE.equals(value) ? "1" : "0";
        }
        return value == null ? "" : value.toString();
    }

    private String number(BigDecimal number, @Nullable String format) {
        if (format != null) {
            String shape = shape(format);
            String date = shape.indexOf('y') < 0 ? null : date(number, shape);
            if (date != null) {
                return date;
            }
            if (shape.matches("0{2,}")
                    && number.signum() >= 0
                    && number.stripTrailingZeros().scale() <= 0) {
                String digits = number.toBigInteger().toString();
                return "0".repeat(Math.max(0, shape.length() - digits.length())) + digits;
            }
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The first section of a number format, without what it quotes, colours or escapes, in small letters. */
    private static String shape(String format) {
        return format.split(";", 2)[0]
                .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private @Nullable String date(BigDecimal serial, String shape) {
        int day = serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0 ? 0 : serial.intValue();
        if (day == 0) {
            return null;
        }
        LocalDate date = workbook.isDate1904()
                ? EPOCH_1904.plusDays(day)
                // The spreadsheet's calendar has a 29/02/1900, which there never was.
                : EPOCH_1900.plusDays(day < 60 ? day + 1L : day);
        String iso = date.toString();
        if (shape.indexOf('d') >= 0) {
            return iso;
        }
        return shape.indexOf('m') >= 0 ? iso.substring(0, 7) : iso.substring(0, 4);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public List<TableNote> notes() {
        List<TableNote> notes = new ArrayList<>();
        if (formulas > 0) {
            notes.add(TableNote.counted("import.note.formulas", formulas, firstFormula));
        }
        if (valueless > 0) {
            notes.add(TableNote.counted("import.note.formulas-without-value", valueless, firstValueless));
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
