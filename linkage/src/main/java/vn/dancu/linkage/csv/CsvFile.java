package vn.dancu.linkage.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.linkage.LinkageException;

/**
 * A CSV file as it is found in the field: UTF-8 or UTF-16, with or without a byte order mark; cells parted by commas,
 * semicolons, tabs or bars, quoted or not; lines ended in any way. The first line that is not blank is the header. Spaces
 * around unquoted cells are left aside, and so are blank lines.
 */
public final class CsvFile implements AutoCloseable {

    /** Bytes read at once: they stay in a core's own cache. */
    private static final int BUFFER = 1 << 18;

    /** Where the delimiter is looked for. */
    private static final int HEAD = 1 << 16;

    private static final int ROWS_OF_ESTIMATE = 1000;
    private static final byte[] DELIMITERS = {',', ';', '\t', '|'};

    /** Of rows that follow each other. */
    @FunctionalInterface
    public interface Rows {

        /**
         * @param line in which the row begins, counted from 1
         * @param bytes UTF-8, and only valid during the call
         * @param from where each cell begins; longer than {@code cells}, as is {@code to}
         * @param to behind each cell's last byte
         * @param cells may be fewer or more than the header has
         */
        void row(long line, byte[] bytes, int[] from, int[] to, int cells);
    }

    private final Path path;
    private final TextForm form;
    private final byte delimiter;
    private final List<String> header;

    private CsvFile(Path path, TextForm form, byte delimiter, List<String> header) {
        this.path = path;
        this.form = form;
        this.delimiter = delimiter;
        this.header = List.copyOf(header);
    }

    /**
     * Finds out how the file is written.
     *
     * @throws LinkageException when it cannot be read, or holds no header
     */
    public static CsvFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw new LinkageException(
                    file + " là thư mục. Hãy chỉ ra một tệp CSV trong đó.",
                    file + " is a folder. Name a CSV file in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new LinkageException(
                    file + " không phải là tệp thường (tệp được đọc nhiều lần). Hãy lưu nó thành tệp trước.",
                    file + " is not a regular file (a file is read more than once). Save it as a file first.");
        }
        try {
            TextForm form = TextForm.of(file);
            byte delimiter = delimiter(form, file);
            List<String> header = new ArrayList<>();
            try (Utf8Source source = form.open(file)) {
                new CsvScanner(source, delimiter, file.toString(), HEAD)
                        .rows(
                                (line, bytes, from, to, cells) -> {
                                    for (int c = 0; c < cells; c++) {
                                        header.add(new String(bytes, from[c], to[c] - from[c], StandardCharsets.UTF_8)
                                                .strip());
                                    }
                                },
                                1);
            }
            if (header.isEmpty()) {
                throw new LinkageException(
                        file + " trống: không có dòng tiêu đề. Dòng đầu phải nêu tên các cột.",
                        file + " is empty: it has no header. The first line must name the columns.");
            }
            return new CsvFile(file, form, delimiter, header);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The character that most often parts the header; of equals, the first of comma, semicolon, tab, bar. */
    private static byte delimiter(TextForm form, Path file) throws IOException {
        byte[] head = new byte[HEAD];
        int length = 0;
        try (Utf8Source source = form.open(file)) {
            int read = 0;
            while (length < HEAD && read >= 0) {
                read = source.read(head, length, HEAD - length);
                length += Math.max(0, read);
            }
        }
        int[] seen = new int[128];
        boolean isQuoted = false;
        boolean isBlank = true;
        for (int i = 0; i < length; i++) {
            byte b = head[i];
            if (!isQuoted && (b == '\n' || b == '\r') && !isBlank) {
                break;
            }
            isQuoted ^= b == '"';
            isBlank &= b == ' ' || b == '\n' || b == '\r';
            if (!isQuoted && b >= 0) {
                seen[b]++;
            }
        }
        byte best = DELIMITERS[0];
        for (byte one : DELIMITERS) {
            best = seen[one] > seen[best] ? one : best;
        }
        return best;
    }

    public Path path() {
        return path;
    }

    /** The names of the columns, without spaces around them. */
    public List<String> header() {
        return header;
    }

    /**
     * Streams the data rows, in the order of the file. May be called again, also from another thread.
     *
     * @throws LinkageException when the file cannot be read to its end, or a quote is not closed
     */
    public void forEach(Rows rows) {
        forEach(rows, BUFFER);
    }

    void forEach(Rows rows, int buffer) {
        try (Utf8Source source = form.open(path)) {
            CsvScanner scanner = new CsvScanner(source, delimiter, path.toString(), buffer);
            scanner.rows((line, bytes, from, to, cells) -> {}, 1);
            scanner.rows(rows, Long.MAX_VALUE);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Cuts the data rows into runs of whole rows.
     *
     * @param rows of a run; the last may have fewer
     */
    public List<CsvRange> ranges(int rows) {
        List<CsvRange> ranges = new ArrayList<>();
        try (Utf8Source source = form.open(path)) {
            CsvScanner scanner = new CsvScanner(source, delimiter, path.toString(), BUFFER);
            scanner.rows((line, bytes, from, to, cells) -> {}, 1);
            int first = 0;
            while (true) {
                long offset = scanner.offset();
                long line = scanner.line();
                RowChecksum checksum = new RowChecksum((at, bytes, from, to, cells) -> {});
                int found = (int) scanner.rows(checksum, rows);
                if (found == 0) {
                    return ranges;
                }
                ranges.add(new CsvRange(offset, line, first, found, checksum.value()));
                first = Math.addExact(first, found);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Streams the rows of a run, which may have been cut on another machine.
     *
     * @throws LinkageException after the last row, when the rows are not those that were cut
     */
    public void forEachIn(CsvRange range, Rows rows) {
        try (Utf8Source source = form.open(path)) {
            source.skip(range.offset());
            CsvScanner scanner =
                    new CsvScanner(source, delimiter, path.toString(), BUFFER, range.offset(), range.line());
            RowChecksum checksum = new RowChecksum(rows);
            long found = scanner.rows(checksum, range.rows());
            if (found != range.rows() || checksum.value() != range.checksum()) {
                throw new LinkageException(
                        path + " từ dòng " + range.line()
                                + ": không còn như lúc bắt đầu. Tệp phải giống nhau trên mọi máy và không đổi khi đang chạy.",
                        path + " from line " + range.line()
                                + " on: is not what it was at the start. The file must be the same on all machines, and stay as it is during a run.");
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** About how many data rows there are, by the length of the first ones. */
    public int estimatedRows() {
        long[] rows = new long[2];
        try (Utf8Source source = form.open(path)) {
            CsvScanner scanner = new CsvScanner(source, delimiter, path.toString(), HEAD);
            scanner.rows((line, bytes, from, to, cells) -> {}, 1);
            scanner.rows(
                    (line, bytes, from, to, cells) -> {
                        rows[0]++;
                        rows[1] += to[cells - 1] - from[0] + 1;
                    },
                    ROWS_OF_ESTIMATE);
            long size = Files.size(path);
            double unit = form.kind() == TextForm.Kind.UTF_8 ? 1 : 2;
            return rows[0] < ROWS_OF_ESTIMATE
                    ? (int) rows[0]
                    : (int) Math.min(Integer.MAX_VALUE / 2, (long) (size / unit * rows[0] / Math.max(1, rows[1])));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Nothing is held between calls; here for {@code try}, should that change. */
    @Override
    public void close() {}

    private static LinkageException unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new LinkageException(
                    "không có tệp " + file + ". Hãy xem lại tên và thư mục.",
                    "there is no file " + file + ". Check its name and folder.",
                    cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new LinkageException(
                    "không được phép đọc " + file + ". Hãy xin quyền đọc tệp.",
                    "not allowed to read " + file + ". Ask for permission to read it.",
                    cause);
        }
        return new LinkageException(
                "không đọc được " + file + " (" + cause.getMessage() + ").",
                "cannot read " + file + " (" + cause.getMessage() + ").",
                cause);
    }
}
