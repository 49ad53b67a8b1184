package vn.dancu.keying;

import org.jspecify.annotations.Nullable;
import vn.dancu.paper.FieldKind;

/**
 * One item of a paper and what was keyed of it. Whoever keys the second time is given items without {@code first}.
 *
 * @param page that was scanned; null when the sheet itself is keyed
 * @param passes how often it is keyed; 0: the reading stands
 */
public record KeyedItem(
        String field,
        FieldKind kind,
        @Nullable Long page,
        String reading,
        double confidence,
        int passes,
        @Nullable String first,
        @Nullable String second,
        @Nullable String settled) {
    /** Empty when it could not be read, or nothing stands there; null while it is not known. */
    public @Nullable String value() {
        String known = passes == 0 ? reading : settled != null ? settled : first;
        return known == null ? null : known.equals(Keying.UNREADABLE) ? "" : known;
    }

    KeyedItem blind() {
        return new KeyedItem(field, kind, page, "", 0, passes, null, null, null);
    }

    /** Without the values: they are somebody's. */
    @Override
    public String toString() {
        return "KeyedItem[" + field + ", " + passes + "]";
    }
}
