package vn.dancu.shared.table;

import java.util.Map;

/**
 * Something about a file that its owner should know although it was taken in.
 *
 * @param key of the message bundles
 */
public record TableNote(String key, Map<String, String> details) {
    public TableNote {
        details = Map.copyOf(details);
    }

    static TableNote counted(String key, long count, long firstLine) {
        return new TableNote(key, Map.of("count", String.valueOf(count), "line", String.valueOf(firstLine)));
    }

    /** Vietnamese and English. */
    public String text() {
        return BothLanguages.text(key, details);
    }
}
