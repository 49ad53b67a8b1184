package vn.dancu.shared.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an import puts its records. The number of a record is its first column.
 *
 * @param <T> the record
 */
public interface Shelf<T> {
    /** forms, residence-book or archive. */
    String kind();

    List<Column> columns();

    /** What a row says; any cells make a record. Called on a thread of the import's own. */
    T parse(@Nullable String[] cells);

    /** Notes that an import begins; not called by a dry run. */
    long begin(String fileName, String sha256);

    /**
     * Takes in those of a portion that are new, in one transaction: all of them or none. Numbers within a portion differ.
     *
     * @param run of {@link #begin}; null to judge only and write nothing
     */
    Taken<T> take(List<Line<T>> portion, @Nullable Long run);

    /** Notes that the file was read to its end. */
    void finish(long run, long read, long rejected);

    /** A record and where it stood. */
    record Line<T>(long line, String number, T record) {}

    /**
     * What became of a portion.
     *
     * @param known how many were there and say the same
     * @param refused those that were there and say something else
     */
    record Taken<T>(int fresh, int known, List<Line<T>> refused) {
        public Taken {
            refused = List.copyOf(refused);
        }
    }
}
