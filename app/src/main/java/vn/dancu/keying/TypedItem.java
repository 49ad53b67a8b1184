package vn.dancu.keying;

/**
 * What an operator typed into one field.
 *
 * @param value as the import files have it, put in order by {@link TypedValue}
 * @param keystrokes 0 when nobody counted
 * @param millis from the field's focus until it was left; 0 when nobody counted
 */
public record TypedItem(String field, String value, int keystrokes, int millis) {
    /** Without the value: it is somebody's. */
    @Override
    public String toString() {
        return "TypedItem[" + field + "]";
    }
}
