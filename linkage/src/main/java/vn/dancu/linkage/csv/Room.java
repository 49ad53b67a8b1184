package vn.dancu.linkage.csv;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.LinkOptions;

/**
 * What memory the rows of a file may take; beyond, they lie in a temporary file.
 *
 * @param bytes 0 for as much as there is
 * @param folder of that file; null for the machine's own
 */
public record Room(long bytes, @Nullable Path folder) {

    /** No limit. */
    public static final Room ALL = new Room(0, null);

    /** Of two files and of the second in the words of the first, each takes a tenth. */
    private static final int PART = 10;

    public static Room of(LinkOptions options) {
        return new Room(options.memory() / PART, options.spillFolder());
    }
}
