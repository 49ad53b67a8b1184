package vn.dancu.shared;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The one shape of JSON that the modules keep beside their rows: a flat object of texts. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> FLAT = new TypeReference<>() {};

    private Json() {}

    /** Keys in order, so that equal content gives equal text. */
    public static String object(Map<String, String> values) {
        return MAPPER.writeValueAsString(new TreeMap<>(values));
    }

    /** @throws tools.jackson.core.JacksonException when the text is no flat object */
    public static Map<String, String> read(String object) {
        return object.equals("{}") ? Map.of() : MAPPER.readValue(object, FLAT);
    }
}
