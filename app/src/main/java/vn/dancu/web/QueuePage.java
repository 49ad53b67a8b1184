package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.civil.list.Relation;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.web.db.HouseholdKey;
import vn.dancu.web.db.HouseholdQueries;
import vn.dancu.web.db.HouseholdQueries.Member;
import vn.dancu.web.db.HouseholdQueries.Missing;
import vn.dancu.web.db.Queue;
import vn.dancu.web.db.QueueQueries;

/** {@code /queue}: what waits, by residential group and household, members without a form among them. */
@Controller
class QueuePage {
    private static final int HOUSEHOLDS_A_PAGE = 20;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final QueueQueries queues;
    private final HouseholdQueries households;
    private final Briefly<Asked, Map<Queue, Long>> counts;

    QueuePage(QueueQueries queues, HouseholdQueries households, Clock clock) {
        this.queues = queues;
        this.households = households;
        this.counts = new Briefly<>(FRESH, clock);
    }

    private record Asked(AreaScope scope, @Nullable String commune) {}

    /** A household with its members; those who wait in this queue first in mind, the others for company. */
    public record House(
            HouseholdKey key,
            @Nullable String head,
            @Nullable String address,
            int waiting,
            List<Member> members,
            List<Missing> missing) {
        public int persons() {
            return members.size() + missing.size();
        }

        public long differing() {
            return members.stream()
                    .filter(member -> !member.differing().isEmpty())
                    .count();
        }

        public int blocking() {
            return members.stream().mapToInt(Member::blocking).sum();
        }
    }

    /** Households of one residential group, as far as this page shows them. */
    public record Group(String commune, String group, List<House> houses) {}

    @GetMapping("/queue")
    String show(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(name = "c", defaultValue = "") String afterCommune,
            @RequestParam(name = "g", defaultValue = "") String afterGroup,
            @RequestParam(name = "h", defaultValue = "") String afterKey,
            Viewer viewer,
            Model model) {
        Actor actor = viewer.actor();
        String ward = commune == null || commune.isEmpty() ? null : commune;
        String part = group == null || group.isEmpty() ? null : group;
        Map<Queue, Long> waiting = counts.get(new Asked(actor.scope(), ward), () -> queues.counts(actor.scope(), ward));
        Queue queue = Queue.byWord(word).or(() -> firstWithWork(waiting)).orElse(Queue.MUST_FIX);
        List<QueueQueries.Waiting> page = queues.households(
                queue,
                actor.scope(),
                ward,
                part,
                new HouseholdKey(afterCommune, afterGroup, afterKey),
                HOUSEHOLDS_A_PAGE + 1);
        boolean more = page.size() > HOUSEHOLDS_A_PAGE;
        List<QueueQueries.Waiting> shown = more ? page.subList(0, HOUSEHOLDS_A_PAGE) : page;
        model.addAttribute("queue", queue);
        model.addAttribute("counts", waiting);
        model.addAttribute("groups", groups(shown, actor));
        model.addAttribute("next", more ? shown.get(shown.size() - 1).household() : null);
        model.addAttribute("first", afterCommune.isEmpty() && afterGroup.isEmpty() && afterKey.isEmpty());
        model.addAttribute("commune", ward);
        model.addAttribute("group", part);
        model.addAttribute("communes", new TreeSet<>(actor.scope().communes()));
        model.addAttribute("bulk", bulk(queue, viewer));
        return "queue";
    }

    /** The step that a whole queue may take at once; empty where each form needs a look of its own. */
    private static String bulk(Queue queue, Viewer viewer) {
        boolean officer = Menu.OFFICERS.contains(viewer.role());
        return switch (queue) {
            case TO_CHECK -> officer ? "check" : "";
            case TO_RECONCILE -> officer ? "reconcile" : "";
            case TO_APPROVE ->
                switch (viewer.role()) {
                    case CHIEF, CITY_TEAM -> "approve";
                    case COLLECTOR, ARCHIVIST, PROVINCE_OPERATOR, INSPECTOR, ADMINISTRATOR, AUDITOR, SYSTEM -> "";
                };
            case MUST_FIX, RETURNED, EXPLAIN, DIFFERS, NOT_IN_BOOKS, DUPLICATE, UNCERTAIN, TO_VERIFY, ON_HOLD -> "";
        };
    }

    private static Optional<Queue> firstWithWork(Map<Queue, Long> waiting) {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<Group> groups(List<QueueQueries.Waiting> shown, Actor actor) {
        Set<String> keys = new TreeSet<>();
        Set<String> books = new TreeSet<>();
        for (QueueQueries.Waiting waiting : shown) {
            keys.add(waiting.household().key());
            if (!waiting.household().bookNo().isEmpty()) {
                books.add(waiting.household().bookNo());
            }
        }
        Map<String, List<Member>> members = households.members(keys, actor.scope());
        Map<String, List<Missing>> missing = households.missing(books, actor.scope());
        Map<String, Group> groups = new LinkedHashMap<>();
        for (QueueQueries.Waiting waiting : shown) {
            HouseholdKey key = waiting.household();
            groups.computeIfAbsent(
                            key.commune() + "/" + key.group(),
                            name -> new Group(key.commune(), key.group(), new ArrayList<>()))
                    .houses()
                    .add(house(
                            key,
                            waiting.forms(),
                            members.getOrDefault(key.key(), List.of()),
                            missing.getOrDefault(key.bookNo(), List.of())));
        }
        return List.copyOf(groups.values());
    }

    static House house(HouseholdKey key, int waiting, List<Member> members, List<Missing> missing) {
        List<Member> ordered = new ArrayList<>(members);
        ordered.sort(Comparator.comparingInt(member -> place(member.relation())));
        String head = null;
        String address = null;
        for (Member member : ordered) {
            head = head == null ? isHead(member.relation()) ? member.fullName() : member.headName() : head;
            address = address == null ? member.address() : address;
        }
        return new House(key, head, address, waiting, ordered, missing);
    }

    private static boolean isHead(@Nullable String relation) {
        return Relation.parse(relation).filter(Relation.HEAD::equals).isPresent();
    }

    /** The head first, then by the order of the list of relations, the unreadable last. */
    private static int place(@Nullable String relation) {
        return Relation.parse(relation).map(Relation::ordinal).orElse(Integer.MAX_VALUE);
    }
}
