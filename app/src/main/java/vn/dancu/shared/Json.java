package vn.dancu.shared;

import java.util.Map;
import java.util.TreeMap;

/** The one shape of JSON that the modules write by themselves: a flat object of texts. */
public final class Json {
    private Json() {}

    /** Keys in order, so that equal content gives equal text. */
    public static String object(Map<String, String> values) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(values).forEach((key, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            text(json, key);
            json.append(':');
            text(json, value);
        });
        return json.append('}').toString();
    }

    private static void text(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
