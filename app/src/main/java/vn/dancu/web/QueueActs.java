package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.journey.AssignResult;
import vn.dancu.journey.Assignments;
import vn.dancu.journey.Queue;
import vn.dancu.journey.SavedFilters;
import vn.dancu.shared.FormSet;
import vn.dancu.web.QueueAsked.Asked;
import vn.dancu.web.db.QueueQueries;

/** What is done with a queue as a list: filter it, keep the filter under a name, give its forms to an officer. */
@Controller
class QueueActs {
    private static final int CHOICES = 30;

    private static final int MOST_AT_ONCE = 50_000;

    private final QueueAsked asking;
    private final QueuePage page;
    private final QueueQueries queues;
    private final Assignments assignments;
    private final SavedFilters filters;
    private final Holders holders;
    private final Say say;

    QueueActs(
            QueueAsked asking,
            QueuePage page,
            QueueQueries queues,
            Assignments assignments,
            SavedFilters filters,
            Holders holders,
            Say say) {
        this.asking = asking;
        this.page = page;
        this.queues = queues;
        this.assignments = assignments;
        this.filters = filters;
        this.holders = holders;
        this.say = say;
    }

    /** Words go in the body, so that no name stands in an address; the page that follows has the number of their place. */
    @PostMapping("/queue/filter")
    String filter(HttpServletRequest request, HttpSession session) {
        return "redirect:" + asking.read(request, session).self();
    }

    @PostMapping("/queue/filters")
    String keep(
            @RequestParam(defaultValue = "") String name,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            RedirectAttributes then,
            Model model) {
        Asked asked = asking.read(request, session);
        boolean kept = filters.keep(
                name,
                asked.queue().orElse(null),
                asked.filter(),
                asked.view(),
                asked.order().word(),
                viewer.actor());
        if (!kept) {
            return refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    say.text(
                            "web.queue.filter.name-unusable",
                            Map.of(
                                    "n", String.valueOf(SavedFilters.LONGEST_NAME),
                                    "most", String.valueOf(SavedFilters.MOST))),
                    asked,
                    viewer,
                    session,
                    response,
                    model);
        }
        then.addFlashAttribute("done", say.text("web.queue.filter.kept", Map.of("name", name.strip())));
        return "redirect:" + asked.self();
    }

    @GetMapping("/queue/filters/{id}")
    String open(@PathVariable long id, Viewer viewer, HttpSession session) {
        SavedFilters.Saved saved = filters.find(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        return "redirect:"
                + asking.saved(saved.queue(), saved.filter(), saved.view(), saved.sort(), session)
                        .self();
    }

    @PostMapping("/queue/filters/{id}/drop")
    String drop(@PathVariable long id, Viewer viewer, RedirectAttributes then) {
        if (!filters.drop(id, viewer.actor())) {
            throw new NoSuchPageException();
        }
        then.addFlashAttribute("done", say.text("web.queue.filter.dropped"));
        return "redirect:/queue";
    }

    /** The forms ticked, or, when asked for, all that the filter lets through. */
    @PostMapping("/queue/assign")
    String assign(
            @RequestParam(name = "form", required = false) @Nullable List<Long> ticked,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            RedirectAttributes then,
            Model model) {
        Asked asked = asking.read(request, session);
        Set<Long> chosen = ticked == null ? Set.of() : Set.copyOf(ticked);
        AssignResult result;
        if (!all && chosen.isEmpty()) {
            result = new AssignResult.Assigned(-1, 0);
        } else {
            Queue queue = asked.queue().orElse(null);
            FormSet forms = all
                    ? queues.forms(asking.chosen(queue, asked.filter(), viewer), MOST_AT_ONCE)
                    : FormSet.ofKeys(chosen.stream().mapToLong(Long::longValue).toArray());
            result = assignments.assign(forms, to, reason, viewer.actor());
        }
        if (result instanceof AssignResult.Assigned assigned && assigned.forms() >= 0) {
            told(assigned, to, viewer, then);
            return "redirect:" + asked.self();
        }
        model.addAttribute("ticked", chosen);
        model.addAttribute("assignTo", to);
        model.addAttribute("assignReason", reason);
        return refused(status(result), why(result), asked, viewer, session, response, model);
    }

    private void told(AssignResult.Assigned assigned, String to, Viewer viewer, RedirectAttributes then) {
        then.addFlashAttribute(
                "done",
                say.text(
                        "web.queue.assign.done",
                        Map.of(
                                "n", say.number(assigned.forms()),
                                "who", holders.view(viewer.actor()).name(to))));
        if (assigned.outside() > 0) {
            then.addFlashAttribute(
                    "refused", say.text("web.queue.assign.outside", Map.of("n", say.number(assigned.outside()))));
        }
    }

    private static HttpStatus status(AssignResult result) {
        return result instanceof AssignResult.NotAllowed ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private String why(AssignResult result) {
        if (result instanceof AssignResult.NotAllowed) {
            return say.text("web.queue.assign.not-allowed");
        }
        if (result instanceof AssignResult.NoSuchHolder) {
            return say.text("web.queue.assign.no-holder");
        }
        return result instanceof AssignResult.ReasonUnusable
                ? say.text("web.queue.assign.no-reason", Map.of("n", String.valueOf(Assignments.LONGEST_REASON)))
                : say.text("web.queue.assign.nothing");
    }

    private String refused(
            HttpStatus status,
            String why,
            Asked asked,
            Viewer viewer,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("refused", why);
        return page.again(asked, viewer, session, model);
    }

    /** Where there are many officers: those whom the typed words may mean, as choices of a text field. */
    @GetMapping("/queue/officers")
    String officers(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String holder,
            Viewer viewer,
            Model model) {
        model.addAttribute("asksMine", to.isEmpty());
        model.addAttribute("officers", holders.find(to.isEmpty() ? holder : to, CHOICES, viewer.actor()));
        return "queue :: officers";
    }

    /** Who answers for how much, in the viewer's area. */
    @GetMapping("/queue/holders")
    String holders(Viewer viewer, Model model) {
        if (!Assignments.mayAssign(viewer.actor())) {
            throw new NoSuchPageException();
        }
        List<Assignments.Holder> officers = holders.of(viewer.actor());
        Map<String, Long> tasks = queues.tasksByHolder(viewer.actor().scope(), officers);
        model.addAttribute("officers", officers);
        model.addAttribute("tasks", tasks);
        model.addAttribute(
                "others",
                tasks.keySet().stream()
                        .filter(login -> !login.isEmpty()
                                && officers.stream()
                                        .noneMatch(officer -> officer.login().equals(login)))
                        .collect(Collectors.toList()));
        return "queue-holders";
    }

    @PostMapping("/queue/move-all")
    String moveAll(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response,
            RedirectAttributes then,
            Model model) {
        AssignResult result = assignments.moveAll(from, to, reason, viewer.actor());
        if (result instanceof AssignResult.Assigned assigned) {
            told(assigned, to, viewer, then);
            return "redirect:/queue/holders";
        }
        response.setStatus(status(result).value());
        if (result instanceof AssignResult.NotAllowed) {
            throw new org.springframework.security.access.AccessDeniedException("gives no work to others");
        }
        model.addAttribute("refused", why(result));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("reason", reason);
        return holders(viewer, model);
    }
}
