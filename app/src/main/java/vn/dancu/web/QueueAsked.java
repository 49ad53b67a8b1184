package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dancu.journey.Assignments;
import vn.dancu.journey.Queue;
import vn.dancu.journey.QueueFilter;
import vn.dancu.web.db.Chosen;
import vn.dancu.web.db.ListOrder;

/**
 * What a page of a queue was asked for, read from its address. Words that may be a citizen's name do not stand there: the
 * address has the number of a place in the session.
 */
@Component
class QueueAsked {
    static final String ALL = "all";
    static final String LIST = "list";
    static final String HOUSE = "house";

    private static final String WORDS = "dancu.queue-words";
    private static final int MOST_WORDS = 30;

    private final Assignments assignments;
    private final Clock clock;

    QueueAsked(Assignments assignments, Clock clock) {
        this.assignments = assignments;
        this.clock = clock;
    }

    /**
     * @param queue empty when the address names none; the list of all forms has none either
     * @param isAll whether it is the list of all forms
     * @param place of the filter's words in the session; empty without words
     */
    public record Asked(
            Optional<Queue> queue, boolean isAll, QueueFilter filter, String view, ListOrder order, String place) {
        public boolean isList() {
            return isAll || view.equals(LIST);
        }

        /** Where a form of the list is worked on: at the comparison desk, where that is what it waits for. */
        public String at(long form) {
            String page = "/forms/" + form;
            if (isAll) {
                return page + "?from=search";
            }
            boolean atDesk = queue.map(Asked::isSettledAtTheDesk).orElse(false);
            return page + (atDesk ? "/compare" : "") + "?q=" + queueWord();
        }

        private static boolean isSettledAtTheDesk(Queue queue) {
            return switch (queue) {
                case DIFFERS, NOT_IN_BOOKS, UNCERTAIN, TO_RECONCILE -> true;
                case TO_CHECK, MUST_FIX, RETURNED, EXPLAIN, DUPLICATE, TO_VERIFY, TO_APPROVE, ON_HOLD -> false;
            };
        }

        public String queueWord() {
            return isAll ? ALL : queue.map(Queue::word).orElse("");
        }

        /** The address of the same page of another queue. */
        public String link(String queueWord) {
            return address(queueWord, view, order.word());
        }

        public String ordered(String orderWord) {
            return address(queueWord(), LIST, orderWord);
        }

        public String viewed(String otherView) {
            return address(queueWord(), otherView, order.word());
        }

        /** This page from its beginning. */
        public String self() {
            return link(queueWord());
        }

        private String address(String queueWord, String viewWord, String orderWord) {
            UriComponentsBuilder address =
                    UriComponentsBuilder.fromPath("/queue").queryParam("q", "{q}");
            Map<String, Object> values = new LinkedHashMap<>(Map.of("q", queueWord));
            add(address, values, "commune", filter.commune());
            add(address, values, "group", filter.group());
            add(address, values, "holder", filter.holder());
            add(address, values, "days", filter.days() == 0 ? null : String.valueOf(filter.days()));
            add(address, values, "archive", filter.archive());
            add(address, values, "t", place.isEmpty() ? null : place);
            add(address, values, "view", viewWord.equals(HOUSE) ? null : viewWord);
            add(address, values, "sort", orderWord.equals("unit") ? null : orderWord);
            return address.encode().buildAndExpand(values).toUriString();
        }

        private static void add(
                UriComponentsBuilder address, Map<String, Object> values, String name, @Nullable String value) {
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        }
    }

    Asked read(HttpServletRequest request, HttpSession session) {
        String word = said(request, "q");
        String place = said(request, "t");
        String typed = request.getParameter("words");
        String words = typed == null ? words(session).getOrDefault(place, "") : typed;
        QueueFilter filter = new QueueFilter(
                request.getParameter("commune"),
                request.getParameter("group"),
                request.getParameter("holder"),
                days(said(request, "days")),
                words,
                request.getParameter("archive"));
        return new Asked(
                Queue.byWord(word),
                word.equals(ALL),
                filter,
                said(request, "view").equals(LIST) ? LIST : HOUSE,
                ListOrder.byWord(said(request, "sort")).orElse(ListOrder.UNIT),
                filter.words().isEmpty() ? "" : typed == null ? place : keep(filter.words(), session));
    }

    /** As a saved filter says. */
    Asked saved(@Nullable Queue queue, QueueFilter filter, String view, String sort, HttpSession session) {
        return new Asked(
                Optional.ofNullable(queue),
                queue == null,
                filter,
                view.equals(LIST) ? LIST : HOUSE,
                ListOrder.byWord(sort).orElse(ListOrder.UNIT),
                filter.words().isEmpty() ? "" : keep(filter.words(), session));
    }

    private static String said(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static int days(String written) {
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
    }

    private static Map<String, String> words(HttpSession session) {
        return session.getAttribute(WORDS) instanceof Words words ? words : Map.of();
    }

    private static String keep(String words, HttpSession session) {
        Words kept = new Words();
        kept.putAll(words(session));
        for (Map.Entry<String, String> known : kept.entrySet()) {
            if (known.getValue().equals(words)) {
                return known.getKey();
            }
        }
        int last = kept.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
        String place = String.valueOf(last + 1);
        kept.put(place, words);
        session.setAttribute(WORDS, kept);
        return place;
    }

    /** Words of filters by place, the newest few. */
    private static final class Words extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_WORDS;
        }
    }

    /** @param queue null for all forms */
    Chosen chosen(@Nullable Queue queue, QueueFilter filter, Viewer viewer) {
        String holder = filter.holder();
        Chosen.Held held = null;
        if (holder != null) {
            String login = holder.equals(QueueFilter.MINE) ? viewer.login() : holder;
            held = new Chosen.Held(login, assignments.defaultArea(login));
        }
        return new Chosen(
                queue,
                viewer.actor().scope(),
                filter,
                held,
                filter.days() == 0 ? null : clock.instant().minus(Duration.ofDays(filter.days())));
    }
}
