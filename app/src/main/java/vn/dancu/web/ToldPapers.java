package vn.dancu.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.dancu.intake.CollectionForm;

/** What was logged for each paper that this officer types, so that a look is logged once a paper and not once a key. */
final class ToldPapers {
    private static final String KEPT = "dancu.told-papers";
    private static final int MOST = 50;

    private final Map<String, Set<String>> byPaper = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > MOST;
        }
    };

    private ToldPapers() {}

    static ToldPapers of(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(KEPT) instanceof ToldPapers kept) {
                return kept;
            }
            ToldPapers begun = new ToldPapers();
            session.setAttribute(KEPT, begun);
            return begun;
        }
    }

    /** Of one paper: by its number, or by its draft while it has none. */
    synchronized Set<String> told(CollectionForm paper, Map<String, String> sent) {
        String key = paper.formNo().isBlank()
                ? "draft " + sent.getOrDefault("draft", "")
                : paper.formNo().strip();
        return byPaper.computeIfAbsent(key, none -> ConcurrentHashMap.newKeySet());
    }
}
