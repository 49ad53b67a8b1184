package vn.dancu.web;

import java.util.List;
import org.springframework.stereotype.Component;

/** Kinds of paper that carry a value: known ones by code with a word, others as somebody wrote them. */
@Component
public class EvidenceWords {
    private static final List<String> CODES = List.of(
            "birth-certificate", "household-book", "old-id", "id-card", "passport", "civil-status", "office-note");

    private final Say say;

    EvidenceWords(Say say) {
        this.say = say;
    }

    /** The words to choose from. */
    List<String> kinds() {
        return CODES.stream().map(this::word).toList();
    }

    /** The code of a known word; otherwise what was written. */
    String code(String written) {
        return CODES.stream()
                .filter(code -> code.equals(written) || word(code).equalsIgnoreCase(written))
                .findFirst()
                .orElse(written);
    }

    /** The word of a known code; otherwise what was written. */
    String word(String code) {
        String key = "web.evidence." + code;
        String word = say.text(key);
        return word.equals(key) ? code : word;
    }
}
