package vn.dancu.civil.list;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/** Looks a value up by any word for it: as written first, which is the common case and costs nothing, then folded. */
final class Words<T> {
    private final Map<String, Optional<T>> asWritten = new HashMap<>();
    private final Map<String, Optional<T>> folded = new HashMap<>();

    /** @param words of one value, joined with bars */
    Words<T> add(T value, String words) {
        Optional<T> found = Optional.of(value);
        for (String word : words.split("\\|")) {
            asWritten.putIfAbsent(word, found);
            folded.putIfAbsent(VietnameseText.foldJoined(word), found);
        }
        return this;
    }

    Optional<T> find(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        Optional<T> known = asWritten.get(written);
        if (known != null) {
            return known;
        }
        return folded.getOrDefault(VietnameseText.foldJoined(written), Optional.empty());
    }
}
