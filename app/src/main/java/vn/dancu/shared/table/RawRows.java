package vn.dancu.shared.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a file format gives them, before the header is understood. */
interface RawRows extends AutoCloseable {
    /** A row that is not blank; cells as they stand, empty ones as empty text. */
    record RawRow(long line, String[] cells) {}

    /** Null at the end. */
    @Nullable
    RawRow next() throws IOException;

    /** The last line that was looked at, for messages. */
    long line();

    /** Tells how many cells the header has, as a help to find the end of a damaged row. */
    default void expect(int cells) {}

    /** What was strange so far, each kind once. */
    List<TableNote> notes();

    @Override
    void close() throws IOException;
}
