package vn.dancu.shared.db;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;

/** Rows on their way into COPY, in its text format, encoded without a detour through strings. */
public final class CopyRows {
    private static final int FLUSH_AT = 1 << 16;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[FLUSH_AT * 2];
    private int used;

    CopyRows(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /**
     * Adds one row: texts, whole and floating numbers, booleans, dates, instants, arrays of texts or keys, or null. A NUL
     * character, which PostgreSQL cannot store, is written as U+2400 (␀), so that it stays visible.
     */
    public void add(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " values, not " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put('\t');
            }
            value(values[i]);
        }
        put('\n');
        if (used >= FLUSH_AT) {
            flush();
        }
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            put('\\');
            put('N');
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean) {
            ascii(value.toString());
        } else if (value instanceof LocalDate || value instanceof Instant) {
            ascii(value.toString());
        } else if (value instanceof String[] array) {
            textArray(array);
        } else if (value instanceof long[] array) {
            StringBuilder literal = new StringBuilder("{");
            for (int i = 0; i < array.length; i++) {
                literal.append(i == 0 ? "" : ",").append(array[i]);
            }
            ascii(literal.append('}').toString());
        } else if (value instanceof Enum<?> name) {
            ascii(name.name());
        } else {
            text(value.toString());
        }
    }

    private void textArray(String[] array) {
        StringBuilder literal = new StringBuilder("{");
        for (int i = 0; i < array.length; i++) {
            literal.append(i == 0 ? "\"" : ",\"");
            literal.append(array[i].replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        text(literal.append('}').toString());
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[used++] = (byte) text.charAt(i);
        }
    }

    private void text(String text) {
        int length = text.length();
        room(length * 3 + 8);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += wide(text, i, c);
            } else {
                narrow(c);
            }
        }
    }

    private void narrow(char c) {
        switch (c) {
            case '\\' -> escape('\\');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            case '\0' -> wide("\u2400", 0, '\u2400');
            default -> buffer[used++] = (byte) c;
        }
        room(8);
    }

    /** Encodes the character at {@code i}; answers how many further chars it took (1 for a surrogate pair). */
    private int wide(String text, int i, char c) {
        room(8);
        if (c < 0x800) {
            buffer[used++] = (byte) (0xC0 | c >> 6);
            buffer[used++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            buffer[used++] = (byte) (0xF0 | point >> 18);
            buffer[used++] = (byte) (0x80 | point >> 12 & 0x3F);
            buffer[used++] = (byte) (0x80 | point >> 6 & 0x3F);
            buffer[used++] = (byte) (0x80 | point & 0x3F);
            return 1;
        }
        int kept = Character.isSurrogate(c) ? 0xFFFD : c;
        buffer[used++] = (byte) (0xE0 | kept >> 12);
        buffer[used++] = (byte) (0x80 | kept >> 6 & 0x3F);
        buffer[used++] = (byte) (0x80 | kept & 0x3F);
        return 0;
    }

    private void escape(char c) {
        buffer[used++] = '\\';
        buffer[used++] = (byte) c;
    }

    private void put(char c) {
        room(1);
        buffer[used++] = (byte) c;
    }

    private void room(int bytes) {
        if (used + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + bytes));
        }
    }

    void flush() {
        try {
            copy.writeToCopy(buffer, 0, used);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("COPY", null, e);
        }
        used = 0;
    }
}
