package vn.dancu.linkage.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Records;

/** Writes rows as RFC 4180 says, in UTF-8, with line feeds. Not thread-safe. */
public final class CsvOutput {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 40;

    private final @Nullable Path file;
    /** Null where the rows stay in memory. */
    private final @Nullable FileChannel channel;

    private byte[] bytes = new byte[BUFFER];
    private byte[] id = new byte[64];
    private int size;
    private boolean isFirst = true;

    /** @param file for messages */
    public CsvOutput(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    private CsvOutput() {
        this.file = null;
        this.channel = null;
    }

    /** Rows that are made apart, to be {@linkplain #append appended}. */
    static CsvOutput inMemory() {
        return new CsvOutput();
    }

    /** Whole rows that were made in memory. */
    void append(CsvOutput rows) {
        flush();
        write(rows.bytes, rows.size);
    }

    public CsvOutput cell(String text) {
        byte[] cell = text.getBytes(StandardCharsets.UTF_8);
        return cell(cell, cell.length);
    }

    /** The id of a record. */
    public CsvOutput id(Records records, int row) {
        int length = records.idLength(row);
        if (length > id.length) {
            id = new byte[2 * length];
        }
        records.id(row, id, 0);
        return cell(id, length);
    }

    private CsvOutput cell(byte[] cell, int length) {
        part();
        need(2 * length + 2);
        boolean isPlain = length == 0 || (cell[0] != ' ' && cell[length - 1] != ' ');
        for (int i = 0; i < length && isPlain; i++) {
            byte b = cell[i];
            isPlain = b != ',' && b != '"' && b != '\n' && b != '\r';
        }
        if (isPlain) {
            System.arraycopy(cell, 0, bytes, size, length);
            size += length;
            return this;
        }
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            if (cell[i] == '"') {
                bytes[size++] = '"';
            }
            bytes[size++] = cell[i];
        }
        bytes[size++] = '"';
        return this;
    }

    public CsvOutput cell(long number) {
        part();
        need(LONGEST_NUMBER);
        if (number < 0) {
            bytes[size++] = '-';
        }
        digits(Math.abs(number));
        return this;
    }

    /** With so many digits behind the point, rounded to the nearest. */
    public CsvOutput cell(double number, int decimals) {
        if (!(Math.abs(number) < 1e9)) {
            return cell(String.valueOf(number));
        }
        part();
        need(LONGEST_NUMBER);
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        long scaled = Math.round(number * unit);
        if (scaled < 0) {
            bytes[size++] = '-';
            scaled = -scaled;
        }
        long whole = scaled / unit;
        digits(whole);
        bytes[size++] = '.';
        size += decimals;
        backwards(scaled - whole * unit, size, decimals);
        return this;
    }

    private void digits(long number) {
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        size += count;
        backwards(number, size, count);
    }

    /** So many digits that end before a place: by tens, which is a multiplication and not a division. */
    private void backwards(long number, int end, int count) {
        long rest = number;
        for (int at = end - 1; at >= end - count; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    public void endRow() {
        need(1);
        bytes[size++] = '\n';
        isFirst = true;
    }

    private void part() {
        if (!isFirst) {
            need(1);
            bytes[size++] = ',';
        }
        isFirst = false;
    }

    private void need(int more) {
        if (size + more > bytes.length) {
            if (channel == null) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
                return;
            }
            flush();
            if (more > bytes.length) {
                bytes = new byte[more];
            }
        }
    }

    /** Hands what is left to the file; it is closed by whoever opened it. */
    public void flush() {
        write(bytes, size);
        size = 0;
    }

    private void write(byte[] from, int length) {
        FileChannel to = channel;
        if (to == null) {
            throw new IllegalStateException("rows in memory are appended");
        }
        try {
            ByteBuffer left = ByteBuffer.wrap(from, 0, length);
            while (left.hasRemaining()) {
                to.write(left);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** A failure to write, told so that somebody can act. */
    public static LinkageException failed(@Nullable Path file, IOException cause) {
        String text = String.valueOf(cause.getMessage());
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk full") || lower.contains("quota")) {
            return new LinkageException(
                    "hết chỗ trên đĩa khi ghi " + file
                            + ". Hãy giải phóng đĩa rồi chạy lại; không có tệp dở dang nào được để lại.",
                    "the disk is full, writing " + file
                            + ". Free some space and run again; no half-written file was left.",
                    cause);
        }
        return new LinkageException(
                "không ghi được " + file + " (" + text + ").", "cannot write " + file + " (" + text + ").", cause);
    }
}
