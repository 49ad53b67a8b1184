package vn.dancu.shared.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.LegacyText;
import vn.dancu.civil.text.LegacyText.Encoding;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * A file as a table of wanted columns: CSV (comma, semicolon or tab; UTF-8, UTF-16, windows-1258, TCVN3, VNI or VIQR) or
 * the first sheet of an XLSX. Columns are found by name in any order; unknown ones are told and left out.
 */
public final class Table implements AutoCloseable {
    private static final int SAMPLE_ROWS = 1_000;

    private final Path file;
    private final FileScan scan;
    private final RawRows rows;
    private final String encoding;
    private final String separator;
    private final int width;
    private final int[] places;
    private final List<String> unknown = new ArrayList<>();
    private final Deque<RawRows.RawRow> ahead = new ArrayDeque<>();
    private final Encoding legacy;

    /**
     * @throws DanCuException E101 not readable or no table, E102 empty, E103 columns missing (all of them named), E104
     *     damaged
     */
    public static Table open(Path file, List<Column> columns) {
        try {
            return new Table(file, columns);
        } catch (IOException e) {
            throw notReadable(file, e);
        }
    }

    private Table(Path file, List<Column> columns) throws IOException {
        this.file = file;
        this.scan = FileScan.of(file);
        byte[] head = scan.head();
        if (scan.size() == 0) {
            throw failure(ErrorCode.E102_FILE_EMPTY, "import.empty");
        }
        if (head.length >= 2 && head[0] == 'P' && head[1] == 'K') {
            this.rows = XlsxRows.open(file);
            this.encoding = "XLSX";
            this.separator = "";
        } else {
            if (head.length >= 4 && head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF) {
                throw failure(ErrorCode.E101_FILE_NOT_READABLE, "import.xls");
            }
            TextEncoding text = TextEncoding.of(scan);
            if (!text.name().startsWith("UTF-16") && scan.controls() * 10 > scan.size()) {
                throw failure(ErrorCode.E101_FILE_NOT_READABLE, "import.no-table");
            }
            CsvRows csv = new CsvRows(reader(file, text));
            this.rows = csv;
            this.encoding = text.name();
            this.separator = String.valueOf(csv.detectSeparator());
        }
        try {
            RawRows.RawRow header = rows.next();
            if (header == null) {
                throw failure(ErrorCode.E102_FILE_EMPTY, "import.empty");
            }
            this.width = header.cells().length;
            this.places = places(header.cells(), columns);
            rows.expect(width);
            readAhead();
            this.legacy = LegacyCells.of(List.copyOf(ahead));
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static InputStreamReader reader(Path file, TextEncoding text) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(text.skip());
        return new InputStreamReader(
                in,
                text.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private int[] places(String[] header, List<Column> columns) {
        Map<String, Integer> wanted = new HashMap<>();
        for (Column column : columns) {
            wanted.put(column.name(), wanted.size());
        }
        int[] found = new int[columns.size()];
        Arrays.fill(found, -1);
        for (int i = 0; i < header.length; i++) {
            Integer column = wanted.get(plain(header[i]));
            if (column != null && found[column] < 0) {
                found[column] = i;
            } else if (!header[i].isBlank()) {
                unknown.add(header[i].strip());
            }
        }
        List<String> missing = columns.stream()
                .filter(column -> column.required() && found[columns.indexOf(column)] < 0)
                .map(Column::name)
                .toList();
        if (!missing.isEmpty()) {
            throw BothLanguages.failure(
                    ErrorCode.E103_COLUMN_MISSING,
                    "import.columns-missing",
                    Map.of("file", name(), "line", String.valueOf(rows.line()), "columns", String.join(", ", missing)));
        }
        return found;
    }

    /** {@code " Form No "} means form_no. */
    private static String plain(String name) {
        return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0_-]+", "_");
    }

    private void readAhead() throws IOException {
        while (ahead.size() < SAMPLE_ROWS) {
            RawRows.RawRow row;
            try {
                row = rows.next();
            } catch (DanCuException damaged) {
                // What was read before the damage still comes; the next read meets the damage again.
                return;
            }
            if (row == null) {
                return;
            }
            ahead.add(row);
        }
    }

    /**
     * The next row that is not blank; null at the end.
     *
     * @throws DanCuException E104 when the file is damaged from here on; the message names the line reached
     */
    public @Nullable Row next() {
        try {
            RawRows.RawRow raw = ahead.isEmpty() ? rows.next() : ahead.poll();
            return raw == null ? null : row(raw);
        } catch (IOException e) {
            throw BothLanguages.failure(
                    ErrorCode.E104_FILE_DAMAGED,
                    "import.read-broke",
                    Map.of("file", name(), "line", String.valueOf(rows.line())),
                    e);
        }
    }

    private Row row(RawRows.RawRow raw) {
        String[] all = raw.cells();
        @Nullable String[] cells = new @Nullable String[places.length];
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            if (place >= 0 && place < all.length && !all[place].isBlank()) {
                cells[i] = legacy == Encoding.UNICODE ? all[place] : LegacyText.decode(all[place], legacy);
            }
        }
        boolean tooMany = false;
        for (int i = width; i < all.length; i++) {
            tooMany |= !all[i].isBlank();
        }
        return new Row(raw.line(), cells, tooMany);
    }

    /** How the text was encoded: the charset, or the legacy encoding that its cells were decoded from. */
    public String encoding() {
        return legacy == Encoding.UNICODE ? encoding : legacy + " (" + encoding + ")";
    }

    /** Comma, semicolon or tab; empty for XLSX. */
    public String separator() {
        return separator;
    }

    /** Headings that were not understood, or that came twice, as written. */
    public List<String> unknownColumns() {
        return List.copyOf(unknown);
    }

    /** What was strange so far. */
    public List<TableNote> notes() {
        return rows.notes();
    }

    public String sha256() {
        return scan.sha256();
    }

    /** About how many rows there are; -1 when that is not known beforehand. */
    public long expectedRows() {
        return separator.isEmpty() ? -1 : Math.max(0, scan.newlines() - 1);
    }

    /** The file's name, without its folder. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw notReadable(file, e);
        }
    }

    private DanCuException failure(ErrorCode code, String key) {
        return BothLanguages.failure(code, key, Map.of("file", name()));
    }

    private static DanCuException notReadable(Path file, IOException cause) {
        return BothLanguages.failure(
                ErrorCode.E101_FILE_NOT_READABLE,
                "import.not-readable",
                Map.of("file", String.valueOf(file.getFileName())),
                cause);
    }
}
