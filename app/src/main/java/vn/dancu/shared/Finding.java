package vn.dancu.shared;

import java.util.Map;

/**
 * Something wrong or doubtful in data: found by a rule, never thrown.
 *
 * @param code a word with a number, {@code F101_PERSONAL_ID_MALFORMED}; its texts lie in the message bundles
 * @param field the column name of the import file, empty for the form as a whole
 * @param details values for the placeholders of the message; never another person's name or number
 */
public record Finding(String code, Severity severity, String field, Map<String, String> details) {
    public Finding {
        details = Map.copyOf(details);
    }

    public static Finding of(String code, Severity severity, String field) {
        return new Finding(code, severity, field, Map.of());
    }

    /** Details may hold what was written on the form, so they stay out of logs. */
    @Override
    public String toString() {
        return code + "(" + severity + (field.isEmpty() ? "" : ", " + field) + ")";
    }
}
