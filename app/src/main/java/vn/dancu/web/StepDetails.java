package vn.dancu.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The details of a step (a flat JSON object) as lines to read; templates call it {@code details}. */
@Component
public class StepDetails {
    private final JsonMapper json;
    private final EvidenceWords words;
    private final Say say;

    StepDetails(JsonMapper json, EvidenceWords words, Say say) {
        this.json = json;
        this.words = words;
        this.say = say;
    }

    public List<String> of(@Nullable String details) {
        return of(details, "");
    }

    /** @param unit name of the form's commune, whose chief a deputy signs for: Phường …, Xã …, Thị trấn … */
    public List<String> of(@Nullable String details, String unit) {
        if (details == null) {
            return List.of();
        }
        Map<String, String> values;
        try {
            values = json.readValue(details, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException e) {
            return List.of(details);
        }
        Map<String, String> left = new LinkedHashMap<>(values);
        List<String> lines = new ArrayList<>(papers(left));
        signature(left, unit).ifPresent(lines::add);
        left.forEach((key, value) -> {
            if (!value.isBlank()) {
                lines.add(line(key, value));
            }
        });
        return lines;
    }

    /** Kind, number, issuer and date of each paper in one line. */
    private List<String> papers(Map<String, String> details) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; details.containsKey("evidence" + end(i)); i++) {
            String number = details.remove("evidence-no" + end(i));
            String issuer = details.remove("evidence-issuer" + end(i));
            String date = details.remove("evidence-date" + end(i));
            StringBuilder line = new StringBuilder(say.text("web.correct.evidence"))
                    .append(": ")
                    .append(words.word(String.valueOf(details.remove("evidence" + end(i)))));
            if (number != null) {
                line.append(say.text("web.evidence.number", Map.of("number", number)));
            }
            if (issuer != null) {
                line.append(say.text("web.evidence.issuer", Map.of("issuer", issuer)));
            }
            if (date != null) {
                line.append(say.text("web.evidence.date", Map.of("date", say.date(date))));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String end(int number) {
        return number == 1 ? "" : "." + number;
    }

    /** KT.: a deputy signed for the chief. */
    private Optional<String> signature(Map<String, String> details, String unit) {
        String chief = details.remove("signed-for");
        if (chief == null) {
            return Optional.empty();
        }
        String name = details.remove("signed-for-name");
        String document = details.remove("document");
        return Optional.of(say.text(
                "web.signed-for",
                Map.of(
                        "kind", kind(unit),
                        "name", name == null ? chief : name,
                        "document", document == null ? "" : document)));
    }

    private static String kind(String unit) {
        if (unit.startsWith("Xã")) {
            return "XÃ";
        }
        return unit.startsWith("Thị trấn") ? "THỊ TRẤN" : "PHƯỜNG";
    }

    private String line(String key, String value) {
        return switch (key) {
            case "paper" -> say.text("paper-repair." + value);
            case "asked" -> say.text("web.civil.asked") + ": " + say.text("civil-status." + value);
            case "item" -> say.text("web.civil.item") + ": " + say.field(value);
            case "should-be", "ground", "papers" -> say.text("web.civil." + key) + ": " + value;
            case "note" -> value;
            case "whom" -> say.text("hold." + value);
            case "lines", "count" -> value;
            default -> say.field(key) + ": " + value;
        };
    }
}
