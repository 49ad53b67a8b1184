package vn.dancu.linkage.csv;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import vn.dancu.linkage.LinkageException;

/**
 * Cuts a text into rows and cells, eight bytes at a time. The buffer always holds a row as a whole: one that is cut off by
 * the buffer's end is moved to its front, the buffer is filled (and doubled when full), and the row is cut anew.
 */
final class CsvScanner {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = ~LOW_BITS;
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    /** Room behind the data for a word that begins at its last byte, and for a line end that the file lacks. */
    private static final int SLACK = 16;

    private static final int WORD = 8;

    /** Bytes of a row. What is longer is a quote that nobody closed. */
    private static final int LONGEST_ROW = 1 << 27;

    private final Utf8Source source;
    private final byte delimiter;
    private final long delimiters;
    private final String file;

    private byte[] bytes;
    private int begin;
    private int end;
    private boolean atEnd;
    /** Bytes of the text that were in the buffer and no longer are. */
    private long passed;

    private long line;
    /** Where the quote opened that the data at hand do not close, or 0. */
    private long openedAt;

    private int[] from = new int[32];
    private int[] to = new int[32];
    /** Cells of the row at hand whose doubled quotes are to be undone. */
    private int[] escaped = new int[8];

    /** @param buffer bytes to begin with */
    CsvScanner(Utf8Source source, byte delimiter, String file, int buffer) {
        this(source, delimiter, file, buffer, 0, 1);
    }

    /** @param offset bytes of the text before the source's first; {@code line} is the line that it begins */
    CsvScanner(Utf8Source source, byte delimiter, String file, int buffer, long offset, long line) {
        this.passed = offset;
        this.line = line;
        this.source = source;
        this.delimiter = delimiter;
        this.delimiters = ONES * delimiter;
        this.file = file;
        this.bytes = new byte[buffer + SLACK];
    }

    /** Hands on up to {@code most} rows; answers how many there were. */
    long rows(CsvFile.Rows rows, long most) throws IOException {
        long done = handOn(rows, most);
        while (done < most && !atEnd) {
            fill();
            done += handOn(rows, most - done);
        }
        if (done < most && begin < end) {
            throw unclosed();
        }
        return done;
    }

    /** Bytes of the text before the next row, or before blank lines in front of it. */
    long offset() {
        return passed + begin;
    }

    /** The line at that place, counted from 1. */
    long line() {
        return line;
    }

    private void fill() throws IOException {
        System.arraycopy(bytes, begin, bytes, 0, end - begin);
        end -= begin;
        passed += begin;
        begin = 0;
        if (end == bytes.length - SLACK) {
            if (end >= LONGEST_ROW) {
                throw unclosed();
            }
            bytes = Arrays.copyOf(bytes, 2 * end + SLACK);
        }
        int room = bytes.length - SLACK;
        while (end < room && !atEnd) {
            int read = source.read(bytes, end, room - end);
            atEnd = read < 0;
            end += Math.max(0, read);
        }
        if (atEnd && end > begin && bytes[end - 1] != '\n') {
            bytes[end++] = '\n';
        }
    }

    /** Hands on the rows that the buffer holds as a whole; what follows is left from {@code begin} on. */
    private long handOn(CsvFile.Rows rows, long most) {
        long done = 0;
        int cells = 0;
        int quoted = 0;
        int breaks = 0;
        int cell = begin;
        int word = begin;
        long marks = begin < end ? marks(word) : 0;
        while (done < most) {
            int first = cell;
            while (first < end && bytes[first] == ' ') {
                first++;
            }
            int last = -1;
            boolean isQuoted = first < end && bytes[first] == '"';
            boolean isPlain = true;
            if (isQuoted) {
                int at = first + 1;
                openedAt = line + breaks;
                while (true) {
                    while (at < end && bytes[at] != '"') {
                        if (bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < end && bytes[at + 1] != '\n')) {
                            breaks++;
                        }
                        at++;
                    }
                    if (at + 1 >= end) {
                        return done;
                    }
                    if (bytes[at + 1] != '"') {
                        break;
                    }
                    isPlain = false;
                    at += 2;
                }
                openedAt = 0;
                last = at;
                word = at + 1;
                marks = marks(word);
            }
            while (marks == 0) {
                word += WORD;
                if (word >= end) {
                    return done;
                }
                marks = marks(word);
            }
            int mark = word + (Long.numberOfTrailingZeros(marks) >>> 3);
            if (mark >= end) {
                return done;
            }
            marks &= marks - 1;
            if (cells == from.length) {
                from = Arrays.copyOf(from, 2 * cells);
                to = Arrays.copyOf(to, 2 * cells);
            }
            int stop = mark;
            while (stop > first && bytes[stop - 1] == ' ') {
                stop--;
            }
            if (!isQuoted) {
                from[cells] = first;
                to[cells] = stop;
            } else if (isPlain && stop == last + 1) {
                from[cells] = first + 1;
                to[cells] = last;
            } else {
                from[cells] = first;
                to[cells] = stop;
                if (quoted == escaped.length) {
                    escaped = Arrays.copyOf(escaped, 2 * quoted);
                }
                escaped[quoted++] = cells;
            }
            cells++;
            cell = mark + 1;
            if (bytes[mark] == delimiter) {
                continue;
            }
            if (bytes[mark] == '\r') {
                if (cell >= end) {
                    return done;
                }
                if (bytes[cell] == '\n') {
                    if (marks == 0) {
                        word += WORD;
                        marks = marks(word);
                    }
                    marks &= marks - 1;
                    cell++;
                }
            }
            if (cells > 1 || isQuoted || from[0] < to[0]) {
                for (int n = 0; n < quoted; n++) {
                    undoQuotes(escaped[n]);
                }
                rows.row(line, bytes, from, to, cells);
                done++;
            }
            line += 1 + breaks;
            begin = cell;
            cells = 0;
            quoted = 0;
            breaks = 0;
        }
        return done;
    }

    /** The highest bit of every byte of a word that is a delimiter or ends a line. */
    private long marks(int at) {
        long word = (long) WORDS.get(bytes, at);
        long delimiter = word ^ delimiters;
        long feed = word ^ LINE_FEEDS;
        long back = word ^ RETURNS;
        return ~(((delimiter & LOW_BITS) + LOW_BITS | delimiter)
                        & ((feed & LOW_BITS) + LOW_BITS | feed)
                        & ((back & LOW_BITS) + LOW_BITS | back))
                & HIGH_BITS;
    }

    /** In place: the cell begins with its quote; what follows the closing one is kept as it is. */
    private void undoQuotes(int cell) {
        int put = from[cell];
        int at = put + 1;
        int stop = to[cell];
        while (at < stop) {
            if (bytes[at] == '"' && (at + 1 == stop || bytes[at + 1] != '"')) {
                at++;
                break;
            }
            at += bytes[at] == '"' ? 1 : 0;
            bytes[put++] = bytes[at++];
        }
        System.arraycopy(bytes, at, bytes, put, stop - at);
        to[cell] = put + stop - at;
    }

    private LinkageException unclosed() {
        if (openedAt > 0) {
            return new LinkageException(
                    file + ": dấu ngoặc kép mở ở dòng " + openedAt
                            + " không được đóng. Hãy đóng nó, hoặc viết hai dấu (\"\") nếu nó là một phần của ô.",
                    file + ": the quote opened in line " + openedAt
                            + " is not closed. Close it, or double it (\"\") if it is part of the cell.");
        }
        return new LinkageException(
                file + ": dòng " + line + " dài hơn " + (LONGEST_ROW >> 20) + " MB; đây có phải là tệp CSV không?",
                file + ": line " + line + " is longer than " + (LONGEST_ROW >> 20) + " MB; is this a CSV file?");
    }
}
