package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.Queue;
import vn.dancu.journey.WorkQueues;
import vn.dancu.reconciliation.SourceState;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.AskArchive;
import vn.dancu.sources.LookupResult;
import vn.dancu.sources.Lookups;
import vn.dancu.web.db.LookupQueries;

/** {@code /lookups/new} (Lập phiếu yêu cầu tra cứu): forms chosen from a queue or the desk, asked of the archive in one paper. */
@Controller
class LookupAskPage {
    /** How much of the sheet is asked for. */
    private static final String DIFFERING = "differing";

    private final LookupQueries queries;
    private final Lookups lookups;
    private final WorkQueues workQueues;
    private final AuditLog audit;
    private final Say say;

    LookupAskPage(LookupQueries queries, Lookups lookups, WorkQueues workQueues, AuditLog audit, Say say) {
        this.workQueues = workQueues;
        this.queries = queries;
        this.lookups = lookups;
        this.audit = audit;
        this.say = say;
    }

    /** What the page was asked for, and what was typed into it. */
    public record Asked(String queue, String commune, String state, List<Long> forms, String items, String purpose) {
        public boolean has(long form) {
            return forms.isEmpty() || forms.contains(form);
        }
    }

    @GetMapping("/lookups/new")
    String choose(
            @RequestParam(defaultValue = "") List<Long> form,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "NOT_CONSULTED") String state,
            Viewer viewer,
            Model model) {
        return page(new Asked(q, commune, state, form, "all", ""), viewer, model);
    }

    private String page(Asked asked, Viewer viewer, Model model) {
        if (!Lookups.ASKERS.contains(viewer.role())) {
            throw new NoSuchPageException();
        }
        Queue queue = Queue.byWord(asked.queue()).orElse(null);
        List<LookupQueries.Chosen> chosen = List.of();
        if (!asked.forms().isEmpty()) {
            chosen = queries.chosen(keys(asked.forms()), viewer.actor().scope());
            if (chosen.isEmpty()) {
                throw new NoSuchPageException();
            }
        } else if (queue != null) {
            workQueues.bringUpToDate();
            chosen = queries.ofQueue(
                    queue,
                    viewer.actor().scope(),
                    asked.commune().isBlank() ? null : asked.commune(),
                    Arrays.stream(SourceState.values())
                                    .anyMatch(known -> known.name().equals(asked.state()))
                            ? asked.state()
                            : "",
                    AskArchive.MOST_LINES);
        }
        if (!chosen.isEmpty()) {
            audit.viewEach(
                    viewer.actor(),
                    "lookup-choose",
                    "form",
                    chosen.stream().map(form -> String.valueOf(form.id())).toList(),
                    say.text("web.archive.ask"));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("chosen", chosen);
        model.addAttribute("queues", Queue.values());
        model.addAttribute("states", SourceState.values());
        model.addAttribute(
                "communes", viewer.actor().scope().communes().stream().sorted().toList());
        model.addAttribute("most", AskArchive.MOST_LINES);
        model.addAttribute("longest", AskArchive.LONGEST_TEXT);
        return "lookup-new";
    }

    private static FormSet keys(List<Long> forms) {
        return FormSet.ofKeys(forms.stream().mapToLong(Long::longValue).toArray());
    }

    @PostMapping("/lookups")
    String ask(
            @RequestParam(defaultValue = "") List<Long> form,
            @RequestParam(defaultValue = "all") String items,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String state,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        List<LookupQueries.Chosen> chosen = form.isEmpty()
                ? List.of()
                : queries.chosen(keys(form), viewer.actor().scope());
        if (chosen.size() < new HashSet<>(form).size()) {
            throw new NoSuchPageException();
        }
        AskArchive ask = new AskArchive(
                chosen.stream()
                        .map(one -> new AskArchive.Line(
                                new FormId(one.id()), one.commune(), one.group(), one.envelopeNo(), one.household()))
                        .toList(),
                asked(items, chosen),
                purpose,
                viewer.name());
        LookupResult result = lookups.ask(ask, viewer.actor());
        if (result instanceof LookupResult.Done done) {
            then.addFlashAttribute(
                    "done",
                    say.text(
                            "web.archive.asked-now",
                            Map.of("n", say.number(done.requests().size()))));
            return done.requests().size() == 1
                    ? "redirect:/lookups/" + done.requests().get(0).value()
                    : "redirect:/lookups";
        }
        LookupResult.Why why = ((LookupResult.Refused) result).why();
        response.setStatus(LookupView.status(why).value());
        model.addAttribute("refused", say.text("web.archive.refused." + why));
        return page(new Asked(q, commune, state, form, items, purpose), viewer, model);
    }

    private static Set<ArchiveField> asked(String items, List<LookupQueries.Chosen> chosen) {
        if (!items.equals(DIFFERING)) {
            return AskArchive.ITEMS;
        }
        Set<String> columns = new HashSet<>();
        chosen.forEach(one -> columns.addAll(one.differing()));
        return SheetItems.of(columns);
    }
}
