package vn.dancu.scanning;

import java.util.List;

/**
 * A form of which not every page was scanned.
 *
 * @param pages that its version has
 * @param scanned numbers of those that are there, in order
 */
public record MissingPages(String formNo, String formVersion, String batchNo, int pages, List<Integer> scanned) {
    public MissingPages {
        scanned = List.copyOf(scanned);
    }
}
