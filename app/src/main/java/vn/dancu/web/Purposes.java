package vn.dancu.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.journey.Queue;
import vn.dancu.shared.FormId;
import vn.dancu.web.db.QueueQueries;

/**
 * Why somebody looks at a record. From a queue the case is the purpose; after a search it is what was said then; a bare
 * address asks for one.
 */
@Component
class Purposes {
    /** What a search may be for, {@code web.purpose.<word>}. */
    static final List<String> WORDS =
            List.of("citizen-request", "re-check", "verification", "inspection", "complaint", "other");

    private static final String OF_SEARCH = "dancu.search-purpose";

    private final QueueQueries queues;
    private final Say say;

    Purposes(QueueQueries queues, Say say) {
        this.queues = queues;
        this.say = say;
    }

    /** The purpose in words; empty when a word is missing or «other» says nothing. */
    Optional<String> spelled(@Nullable String word, @Nullable String words) {
        if (word == null || !WORDS.contains(word)) {
            return Optional.empty();
        }
        String said = words == null ? "" : words.strip();
        if (word.equals("other")) {
            return said.isEmpty() ? Optional.empty() : Optional.of(said);
        }
        return Optional.of(say.text("web.purpose." + word) + (said.isEmpty() ? "" : ": " + said));
    }

    void remember(String purpose, HttpSession session) {
        session.setAttribute(OF_SEARCH, purpose);
    }

    /** Why somebody looks through a list: what is said now, or was said of the search or list before; empty: ask. */
    Optional<String> forList(@Nullable String word, HttpSession session) {
        Optional<String> said = spelled(word, null);
        said.ifPresent(purpose -> remember(purpose, session));
        return said.isPresent()
                ? said
                : Optional.ofNullable(session.getAttribute(OF_SEARCH) instanceof String known ? known : null);
    }

    /** Why this form is opened; empty when the page must ask. */
    Optional<String> of(
            FormId form,
            @Nullable String queueWord,
            @Nullable String from,
            @Nullable String word,
            HttpSession session) {
        Optional<Queue> queue = Optional.ofNullable(queueWord).flatMap(Queue::byWord);
        if (queue.isPresent()) {
            return queue.map(this::work);
        }
        if ("search".equals(from) && session.getAttribute(OF_SEARCH) instanceof String remembered) {
            return Optional.of(remembered);
        }
        if (word != null) {
            return spelled(word, null);
        }
        return queues.queuesOf(form).stream().findFirst().map(this::work);
    }

    /** Why somebody looks at forms of a queue. */
    String work(Queue queue) {
        return say.text("web.menu.queue") + ": " + say.text("web.queue." + queue);
    }
}
