package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.Assignments;
import vn.dancu.journey.DaysLimit;
import vn.dancu.journey.Queue;
import vn.dancu.journey.QueueFilter;
import vn.dancu.journey.SavedFilters;
import vn.dancu.journey.WorkQueues;
import vn.dancu.web.QueueAsked.Asked;
import vn.dancu.web.db.Chosen;
import vn.dancu.web.db.FormLists;
import vn.dancu.web.db.HouseholdKey;
import vn.dancu.web.db.ListOrder;
import vn.dancu.web.db.QueueQueries;
import vn.dancu.web.db.QueueQueries.Counts;

/**
 * {@code /queue}: what waits, by residential group and household, or line by line; {@code /list}: all forms of the area line
 * by line, for a purpose.
 */
@Controller
class QueuePage {
    private static final int HOUSEHOLDS_A_PAGE = 20;
    private static final int LINES_A_PAGE = 50;

    static final String SEEN_IN_QUEUE = "queue";
    static final String SEEN_IN_LIST = "list";

    private final QueueAsked asking;
    private final QueueQueries queues;
    private final QueueHouses houses;
    private final FormLists lists;
    private final SavedFilters filters;
    private final Holders holders;
    private final Purposes purposes;
    private final AuditLog audit;
    private final Say say;
    private final Clock clock;
    private final Briefly<String, Map<Queue, DaysLimit>> limits;
    private final WorkQueues work;

    QueuePage(
            QueueAsked asking,
            QueueQueries queues,
            QueueHouses houses,
            FormLists lists,
            SavedFilters filters,
            Holders holders,
            Purposes purposes,
            WorkQueues work,
            AuditLog audit,
            Say say,
            Clock clock) {
        this.asking = asking;
        this.queues = queues;
        this.houses = houses;
        this.lists = lists;
        this.filters = filters;
        this.holders = holders;
        this.purposes = purposes;
        this.audit = audit;
        this.say = say;
        this.clock = clock;
        this.work = work;
        this.limits = new Briefly<>(Duration.ofMinutes(1), clock);
    }

    @GetMapping("/queue")
    String show(
            @RequestParam(name = "c", defaultValue = "") String afterCommune,
            @RequestParam(name = "g", defaultValue = "") String afterGroup,
            @RequestParam(name = "h", defaultValue = "") String afterKey,
            @RequestParam(name = "after", defaultValue = "0") long afterForm,
            @RequestParam(name = "since", defaultValue = "") String since,
            @RequestParam(name = "n", defaultValue = "0") long shownBefore,
            Viewer viewer,
            HttpServletRequest request,
            HttpSession session,
            Model model) {
        Asked asked = asking.read(request, session);
        if (asked.isAll()) {
            return all(asked, null, afterForm, since, shownBefore, viewer, session, model);
        }
        return work(
                asked,
                new HouseholdKey(afterCommune, afterGroup, afterKey),
                afterForm,
                since,
                shownBefore,
                viewer,
                model);
    }

    private String work(
            Asked asked,
            HouseholdKey afterHouse,
            long afterForm,
            String since,
            long shownBefore,
            Viewer viewer,
            Model model) {
        Counts waiting = counts(asked, viewer);
        Queue queue = asked.queue().or(() -> firstWithWork(waiting)).orElse(Queue.MUST_FIX);
        Asked here = new Asked(Optional.of(queue), false, asked.filter(), asked.view(), asked.order(), asked.place());
        Chosen chosen = asking.chosen(queue, here.filter(), viewer);
        frame(here, chosen, waiting, viewer, model);
        List<String> shown = here.isList()
                ? keys(lines(here, chosen, afterForm, since, shownBefore, model))
                : houses(here, chosen, afterHouse, viewer, model);
        audit.viewEach(viewer.actor(), SEEN_IN_QUEUE, "form", shown, purposes.work(queue));
        return "queue";
    }

    @GetMapping("/list")
    String list(
            @RequestParam(required = false) @Nullable String p,
            @RequestParam(name = "after", defaultValue = "0") long afterForm,
            @RequestParam(name = "since", defaultValue = "") String since,
            @RequestParam(name = "n", defaultValue = "0") long shownBefore,
            Viewer viewer,
            HttpServletRequest request,
            HttpSession session,
            Model model) {
        Asked asked = asking.read(request, session);
        return all(
                new Asked(Optional.empty(), true, asked.filter(), QueueAsked.LIST, asked.order(), asked.place()),
                p,
                afterForm,
                since,
                shownBefore,
                viewer,
                session,
                model);
    }

    /** The first page once more, for an act that was refused. */
    String again(Asked asked, Viewer viewer, HttpSession session, Model model) {
        return asked.isAll()
                ? all(asked, null, 0, "", 0, viewer, session, model)
                : work(asked, HouseholdKey.FIRST, 0, "", 0, viewer, model);
    }

    /** All forms are no work of anybody's: looking through them has a purpose, and each one seen is logged with it. */
    private String all(
            Asked asked,
            @Nullable String purposeWord,
            long afterForm,
            String since,
            long shownBefore,
            Viewer viewer,
            HttpSession session,
            Model model) {
        Optional<String> purpose = purposes.forList(purposeWord, session);
        if (purpose.isEmpty()) {
            model.addAttribute("purposes", Purposes.WORDS);
            model.addAttribute("address", "/list");
            return "purpose";
        }
        Chosen chosen = asking.chosen(null, asked.filter(), viewer);
        frame(asked, chosen, counts(asked, viewer), viewer, model);
        List<FormLists.Line> shown = lines(asked, chosen, afterForm, since, shownBefore, model);
        audit.viewEach(viewer.actor(), SEEN_IN_LIST, "form", keys(shown), purpose.get());
        return "queue";
    }

    private static List<String> keys(List<FormLists.Line> lines) {
        return lines.stream().map(line -> String.valueOf(line.id())).toList();
    }

    /** What stands around the list. */
    private void frame(Asked asked, Chosen chosen, Counts waiting, Viewer viewer, Model model) {
        Queue queue = chosen.queue();
        model.addAttribute("asked", asked);
        model.addAttribute("queue", queue);
        model.addAttribute("queueName", queue == null ? "ALL" : queue.name());
        model.addAttribute("waiting", waiting);
        model.addAttribute("counts", waiting.byQueue());
        model.addAttribute("total", total(chosen, waiting));
        model.addAttribute("now", clock.instant());
        model.addAttribute("bulk", bulk(queue, viewer));
        model.addAttribute("filters", filters.of(viewer.actor()));
        List<String> communes = queues.communes(viewer.actor().scope());
        String commune = asked.filter().commune() == null && communes.size() == 1
                ? communes.get(0)
                : asked.filter().commune();
        model.addAttribute("communes", communes);
        model.addAttribute(
                "groupNames",
                commune == null
                        ? List.of()
                        : queues.groups(viewer.actor().scope(), commune).stream()
                                .sorted(GroupOrder.NATURAL)
                                .toList());
        model.addAttribute("archiveStates", QueueFilter.ARCHIVE_STATES);
        model.addAttribute("holders", holders.of(viewer.actor()));
        model.addAttribute("holderNames", holders.view(viewer.actor()));
        model.addAttribute("mayAssign", Assignments.mayAssign(viewer.actor()));
        model.addAttribute(
                "limit",
                queue == null
                        ? DaysLimit.USUAL
                        : limits.get("", () -> new EnumMap<>(work.limits())).getOrDefault(queue, DaysLimit.USUAL));
    }

    private FormLists.Count total(Chosen chosen, Counts waiting) {
        return chosen.filter().isCounted()
                ? new FormLists.Count(waiting.of(chosen.queue()), false)
                : lists.count(chosen);
    }

    /** @return keys of everybody with a form who is shown, also of those who stand there for company */
    private List<String> houses(Asked asked, Chosen chosen, HouseholdKey after, Viewer viewer, Model model) {
        List<QueueQueries.Waiting> page = queues.households(chosen, after, HOUSEHOLDS_A_PAGE + 1);
        boolean more = page.size() > HOUSEHOLDS_A_PAGE;
        List<QueueQueries.Waiting> shown = more ? page.subList(0, HOUSEHOLDS_A_PAGE) : page;
        List<QueueHouses.Group> groups = houses.groups(chosen, shown, viewer.actor());
        model.addAttribute("groups", groups);
        model.addAttribute("isEmpty", shown.isEmpty());
        model.addAttribute("first", after.equals(HouseholdKey.FIRST));
        model.addAttribute(
                "next", more ? nextPage(asked, shown.get(shown.size() - 1).household()) : null);
        audit.viewEach(
                viewer.actor(),
                SEEN_IN_QUEUE,
                "residence-entry",
                QueueHouses.houses(groups)
                        .flatMap(house -> house.missing().stream())
                        .map(person -> String.valueOf(person.entryId()))
                        .distinct()
                        .toList(),
                purposes.work(asked.queue().orElseThrow()));
        return QueueHouses.houses(groups)
                .flatMap(house -> house.members().stream())
                .map(member -> String.valueOf(member.id()))
                .distinct()
                .toList();
    }

    private static String nextPage(Asked asked, HouseholdKey last) {
        return UriComponentsBuilder.fromUriString(asked.self())
                .queryParam("c", "{c}")
                .queryParam("g", "{g}")
                .queryParam("h", "{h}")
                .build(last.commune(), last.group(), last.key())
                .toString();
    }

    private List<FormLists.Line> lines(
            Asked asked, Chosen chosen, long afterForm, String since, long shownBefore, Model model) {
        FormLists.After after = afterForm == 0 ? null : new FormLists.After(afterForm, moment(since));
        List<FormLists.Line> page = lists.lines(chosen, asked.order(), after, LINES_A_PAGE + 1);
        boolean more = page.size() > LINES_A_PAGE;
        List<FormLists.Line> shown = more ? page.subList(0, LINES_A_PAGE) : page;
        model.addAttribute("lines", shown);
        model.addAttribute("isEmpty", shown.isEmpty());
        model.addAttribute("first", after == null);
        model.addAttribute("from", shownBefore + 1);
        model.addAttribute("to", shownBefore + shown.size());
        if (more) {
            FormLists.Line last = shown.get(shown.size() - 1);
            model.addAttribute(
                    "next",
                    asked.self() + "&after=" + last.id() + "&n=" + (shownBefore + shown.size())
                            + (asked.order() == ListOrder.DAYS ? "&since=" + last.countedFrom() : ""));
        }
        return shown;
    }

    /** A moment in an address that was meddled with is the beginning. */
    private static String moment(String written) {
        try {
            return Instant.parse(written).toString();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH.toString();
        }
    }

    /** Counts for a page that stays open: it asks now and then, and changes nothing but the figures. */
    @GetMapping("/queue/counts")
    @ResponseBody
    Map<String, String> live(Viewer viewer, HttpServletRequest request, HttpSession session) {
        Counts waiting = counts(asking.read(request, session), viewer);
        Map<String, String> figures = new LinkedHashMap<>();
        waiting.byQueue().forEach((queue, forms) -> figures.put(queue.name(), say.number(forms)));
        figures.put("ALL", say.number(waiting.all()));
        figures.put("at", say.time(clock.instant()));
        return figures;
    }

    private Counts counts(Asked asked, Viewer viewer) {
        Chosen whole = asking.chosen(
                null,
                new QueueFilter(
                        asked.filter().commune(),
                        asked.filter().group(),
                        asked.filter().holder(),
                        0,
                        "",
                        null),
                viewer);
        return queues.counts(whole);
    }

    /** The step that a whole queue may take at once; empty where each form needs a look of its own. */
    private static String bulk(@Nullable Queue queue, Viewer viewer) {
        if (queue == null) {
            return "";
        }
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

    private static Optional<Queue> firstWithWork(Counts waiting) {
        return waiting.byQueue().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
