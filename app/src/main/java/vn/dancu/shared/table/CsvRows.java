package vn.dancu.shared.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.ErrorCode;

/**
 * Rows of a separated text.
 *
 * <p>Not the CSV library that the program writes with, for one reason: there, a quotation mark that is never closed
 * swallows all rows behind it. Here a quoted cell may reach over a few lines; where it does not end, or the row does not
 * come out right, the mark counts as an ordinary character of its line, and the lines behind it are read as their own rows.
 */
final class CsvRows implements RawRows {
    private static final int LINES_OF_A_CELL = 20;
    private static final int LONGEST_LINE = 1 << 22;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private boolean afterReturn;

    private final Deque<String> pushedBack = new ArrayDeque<>();
    private final List<String> cells = new ArrayList<>(64);
    private char separator = ',';
    private int expected;
    private long line;

    private long strayQuotes;
    private long firstStrayQuote;
    private long zeros;
    private long firstZero;
    private long broken;
    private long firstBroken;
    private long formulas;
    private long firstFormula;

    CsvRows(Reader reader) {
        this.reader = reader;
    }

    /** Chooses the separator by the first line that is not blank, which stays to be read. */
    char detectSeparator() throws IOException {
        String header = line0();
        while (header != null && header.isBlank()) {
            header = line0();
        }
        if (header != null && header.length() == 5 && header.startsWith("sep=")) {
            separator = header.charAt(4);
            return separator;
        }
        if (header != null) {
            int[] counts = new int[3];
            boolean quoted = false;
            for (int i = 0; i < header.length(); i++) {
                char c = header.charAt(i);
                quoted ^= c == '"';
                int which = quoted ? -1 : ",;\t".indexOf(c);
                if (which >= 0) {
                    counts[which]++;
                }
            }
            separator = counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
            pushedBack.addFirst(header);
            line--;
        }
        return separator;
    }

    @Override
    public void expect(int count) {
        expected = count;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        String text = line0();
        while (text != null) {
            long start = line;
            String[] row = row(text);
            if (!isBlank(row)) {
                return new RawRow(start, row);
            }
            text = line0();
        }
        return null;
    }

    @Override
    public long line() {
        return line;
    }

    private String[] row(String text) throws IOException {
        if (text.indexOf('"') < 0) {
            return plain(text);
        }
        List<String> further = new ArrayList<>(0);
        if (quoted(text, further) && (further.isEmpty() || expected == 0 || cells.size() == expected)) {
            return cells.toArray(new String[0]);
        }
        firstStrayQuote = strayQuotes++ == 0 ? line - further.size() : firstStrayQuote;
        for (int i = further.size() - 1; i >= 0; i--) {
            pushedBack.addFirst(further.get(i));
            line--;
        }
        return plain(text);
    }

    private String[] plain(String text) {
        cells.clear();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            cells.add(text.substring(from, to));
            from = to + 1;
        }
        cells.add(text.substring(from));
        return cells.toArray(new String[0]);
    }

    /** Reads a row with quoted cells into {@link #cells}; false when its quotes do not come out right. */
    private boolean quoted(String first, List<String> further) throws IOException {
        cells.clear();
        String text = first;
        int i = 0;
        while (true) {
            if (i >= text.length() || text.charAt(i) != '"') {
                int to = text.indexOf(separator, i);
                cells.add(text.substring(i, to < 0 ? text.length() : to));
                if (to < 0) {
                    return true;
                }
                i = to + 1;
                continue;
            }
            StringBuilder cell = new StringBuilder();
            i++;
            while (true) {
                int quote = text.indexOf('"', i);
                if (quote < 0) {
                    cell.append(text, i, text.length()).append('\n');
                    String more = further.size() < LINES_OF_A_CELL ? line0() : null;
                    if (more == null) {
                        return false;
                    }
                    further.add(more);
                    text = more;
                    i = 0;
                } else if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                    cell.append(text, i, quote + 1);
                    i = quote + 2;
                } else {
                    cell.append(text, i, quote);
                    i = quote + 1;
                    break;
                }
            }
            cells.add(unwrapped(cell.toString()));
            if (i >= text.length()) {
                return true;
            }
            if (text.charAt(i) != separator) {
                return false;
            }
            i++;
        }
    }

    /** Spreadsheets write {@code ="0123"} to keep a leading zero; what they show is 0123. */
    private String unwrapped(String cell) {
        if (cell.length() >= 3 && cell.startsWith("=\"") && cell.endsWith("\"")) {
            firstFormula = formulas++ == 0 ? line : firstFormula;
            return cell.substring(2, cell.length() - 1);
        }
        return cell;
    }

    /** The next physical line, without its end; NUL becomes ␀ so that it is seen. */
    private @Nullable String line0() throws IOException {
        String text = pushedBack.pollFirst();
        if (text == null) {
            text = physicalLine();
            if (text == null) {
                return null;
            }
            line++;
            if (text.indexOf('\0') >= 0) {
                firstZero = zeros++ == 0 ? line : firstZero;
                text = text.replace('\0', '\u2400');
            }
            if (text.indexOf('\uFFFD') >= 0) {
                firstBroken = broken++ == 0 ? line : firstBroken;
            }
            return text;
        }
        line++;
        return text;
    }

    private @Nullable String physicalLine() throws IOException {
        StringBuilder long0 = null;
        while (true) {
            if (at == end) {
                end = reader.read(buffer, 0, buffer.length);
                at = 0;
                if (end <= 0) {
                    end = 0;
                    return long0 == null ? null : long0.toString();
                }
            }
            if (afterReturn) {
                afterReturn = false;
                if (buffer[at] == '\n') {
                    at++;
                    continue;
                }
            }
            int start = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at < end) {
                afterReturn = buffer[at] == '\r';
                String tail = new String(buffer, start, at - start);
                at++;
                return long0 == null ? tail : long0.append(tail).toString();
            }
            long0 = long0 == null ? new StringBuilder() : long0;
            long0.append(buffer, start, at - start);
            if (long0.length() > LONGEST_LINE) {
                throw BothLanguages.failure(
                        ErrorCode.E104_FILE_DAMAGED, "import.line-endless", Map.of("line", String.valueOf(line + 1)));
            }
        }
    }

    private static boolean isBlank(String[] row) {
        for (String cell : row) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<TableNote> notes() {
        List<TableNote> notes = new ArrayList<>();
        note(notes, "import.note.stray-quotes", strayQuotes, firstStrayQuote);
        note(notes, "import.note.zero-characters", zeros, firstZero);
        note(notes, "import.note.broken-characters", broken, firstBroken);
        note(notes, "import.note.formulas", formulas, firstFormula);
        return notes;
    }

    private static void note(List<TableNote> notes, String key, long count, long first) {
        if (count > 0) {
            notes.add(TableNote.counted(key, count, first));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
