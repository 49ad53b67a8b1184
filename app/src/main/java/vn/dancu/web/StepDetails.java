package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The details of a step (a flat JSON object) as lines to read; templates call it {@code details}. */
@Component
public class StepDetails {
    private final JsonMapper json;
    private final Say say;

    StepDetails(JsonMapper json, Say say) {
        this.json = json;
        this.say = say;
    }

    public List<String> of(@Nullable String details) {
        if (details == null) {
            return List.of();
        }
        Map<String, String> values;
        try {
            values = json.readValue(details, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException e) {
            return List.of(details);
        }
        List<String> lines = new ArrayList<>();
        values.forEach((key, value) -> {
            if (!value.isBlank()) {
                lines.add(line(key, value));
            }
        });
        return lines;
    }

    private String line(String key, String value) {
        return switch (key) {
            case "paper" -> say.text("paper-repair." + value);
            case "evidence" -> say.text("web.correct.evidence") + ": " + value;
            case "note" -> value;
            case "whom" -> say.text("hold." + value);
            case "lines", "count" -> value;
            default -> say.field(key) + ": " + value;
        };
    }
}
