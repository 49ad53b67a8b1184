package vn.dancu.reconciliation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.reconciliation.domain.NameWords;

/** Counts the words of names as they stream by; they are folded to one case and form once per distinct word. */
final class WordCount {
    private final Map<String, int[]> counts = new HashMap<>();

    void add(@Nullable String name) {
        if (name == null) {
            return;
        }
        int from = 0;
        int length = name.length();
        while (from < length) {
            int space = name.indexOf(' ', from);
            int to = space < 0 ? length : space;
            if (to > from) {
                counts.computeIfAbsent(name.substring(from, to), word -> new int[1])[0]++;
            }
            from = to + 1;
        }
    }

    NameWords build() {
        Map<String, Integer> canonical = new HashMap<>();
        counts.forEach((word, count) ->
                canonical.merge(VietnameseText.upper(VietnameseText.canonical(word)), count[0], Integer::sum));
        return NameWords.of(canonical);
    }
}
