package vn.dancu.web.db;

import org.jspecify.annotations.Nullable;

/**
 * Which household, in the order of the queue. Texts are empty, never null.
 *
 * @param key as forms carry it: {@code B:<book number>} or {@code H:<commune>/<group>/<number>}; empty for forms that name
 *     no household
 */
public record HouseholdKey(String commune, String group, String key) {
    /** The database keeps no NUL; an address may have one. */
    public HouseholdKey {
        commune = commune.replace("\0", "");
        group = group.replace("\0", "");
        key = key.replace("\0", "");
    }

    public static final HouseholdKey FIRST = new HouseholdKey("", "", "");

    static HouseholdKey of(@Nullable String commune, @Nullable String group, @Nullable String key) {
        return new HouseholdKey(commune == null ? "" : commune, group == null ? "" : group, key == null ? "" : key);
    }

    /** The residence book's number; empty when the household is known by its number in the group. */
    public String bookNo() {
        return key.startsWith("B:") ? key.substring(2) : "";
    }
}
