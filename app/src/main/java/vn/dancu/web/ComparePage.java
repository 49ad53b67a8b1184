package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PathView;
import vn.dancu.reconciliation.Comparison;
import vn.dancu.reconciliation.Decide;
import vn.dancu.reconciliation.DecideReport;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/** {@code /forms/{id}/compare} (Đối chiếu): the form beside book, archive and papers, and who is right about each field. */
@Controller
class ComparePage {
    private final ReconciliationService reconciliation;
    private final Forms forms;
    private final PathView path;
    private final Purposes purposes;
    private final Say say;

    ComparePage(ReconciliationService reconciliation, Forms forms, PathView path, Purposes purposes, Say say) {
        this.reconciliation = reconciliation;
        this.forms = forms;
        this.path = path;
        this.purposes = purposes;
        this.say = say;
    }

    /** The entry linked to the form in a source, whose weight may be asked for. */
    public record Linked(Source source, long entry, double weight) {}

    @GetMapping("/forms/{id:\\d+}/compare")
    String show(@PathVariable long id, Viewer viewer, HttpServletRequest request, Model model) {
        FormId form = new FormId(id);
        StoredForm stored = forms.find(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        FormState state = path.state(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        Optional<String> purpose = purposes.of(
                form,
                request.getParameter("q"),
                request.getParameter("from"),
                request.getParameter("p"),
                request.getSession());
        model.addAttribute("id", id);
        model.addAttribute("purposes", Purposes.WORDS);
        if (purpose.isEmpty()) {
            return "purpose";
        }
        Comparison comparison = current(form, purpose.get(), viewer);
        List<CompareRow> rows = CompareRow.of(comparison, say);
        List<CompareRow> telling = new ArrayList<>(rows);
        telling.removeIf(CompareRow::isPlain);
        // What waits for a decision stands first; the rest keeps the order of the form.
        telling.sort(Comparator.comparing((CompareRow row) -> !row.look().equals("diff")));
        List<CompareRow> plain = new ArrayList<>(rows);
        plain.removeIf(row -> !row.isPlain());
        model.addAttribute("form", stored.form());
        model.addAttribute("version", stored.version());
        model.addAttribute("state", state);
        model.addAttribute("comparison", comparison);
        model.addAttribute("rows", telling);
        model.addAttribute("plain", plain);
        model.addAttribute("open", telling.stream().filter(CompareRow::isOpen).count());
        model.addAttribute("whole", CompareRow.inForce(comparison, ""));
        model.addAttribute("linked", linked(comparison));
        model.addAttribute("asked", WeightPage.asked(request));
        model.addAttribute("may", FormView.may(viewer, state));
        model.addAttribute("decides", Menu.OFFICERS.contains(viewer.role()));
        model.addAttribute("q", request.getParameter("q"));
        model.addAttribute("last", last(comparison));
        return "compare";
    }

    /** The comparison of what the form says now: made anew when there is none, or only of an earlier version. */
    private Comparison current(FormId form, String purpose, Viewer viewer) {
        Optional<Comparison> found = reconciliation.comparison(form, purpose, viewer.actor());
        if (found.isEmpty() || !found.get().current()) {
            reconciliation.compare(FormSet.of(form), Progress.NONE);
            found = reconciliation.comparison(form, purpose, viewer.actor());
        }
        return found.orElseThrow(NoSuchPageException::new);
    }

    private static Comparison.@Nullable DecisionTaken last(Comparison comparison) {
        Comparison.DecisionTaken last = null;
        for (Comparison.DecisionTaken decision : comparison.decisions()) {
            if (decision.undoneAt() == null && decision.version() == comparison.version()) {
                last = decision;
            }
        }
        return last;
    }

    private static List<Linked> linked(Comparison comparison) {
        List<Linked> linked = new ArrayList<>();
        add(linked, Source.RESIDENCE_BOOK, comparison.residence());
        add(linked, Source.ARCHIVE, comparison.archive());
        return linked;
    }

    private static void add(List<Linked> linked, Source source, Comparison.Link<?> link) {
        if (link.entry() != null && link.weight() != null) {
            linked.add(new Linked(source, link.entryId(), link.weight()));
        }
    }

    @PostMapping("/forms/{id:\\d+}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String field,
            @RequestParam String source,
            @RequestParam(required = false) @Nullable String value,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String evidenceNo,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Source chosen = Source.byCode(source).orElseThrow(NoSuchPageException::new);
        boolean byPaper = chosen == Source.PAPERS;
        Decide decide = new Decide(
                new FormId(id),
                version,
                field,
                chosen,
                byPaper && value != null && !value.isBlank() ? value.strip() : null,
                reason.strip(),
                evidence.isBlank()
                        ? null
                        : new Evidence(evidence, evidenceNo.isBlank() ? null : evidenceNo, null, null));
        DecideReport report = reconciliation.decide(List.of(decide), viewer.actor());
        if (report.refused().isEmpty()) {
            then.addFlashAttribute("decided", field);
            return back(id, request);
        }
        return refused(report.refused().get(0).why(), id, viewer, request, response, model);
    }

    private String refused(
            DecideReport.Why why,
            long id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        HttpStatus status = switch (why) {
            case NOT_FOUND -> throw new NoSuchPageException();
            case WRONG_ROLE -> HttpStatus.FORBIDDEN;
            case STALE_VERSION, NOTHING_TO_DECIDE -> HttpStatus.CONFLICT;
            case NO_VALUE, NO_REASON -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("reconciliation.refused." + why));
        return show(id, viewer, request, model);
    }

    @PostMapping("/forms/{id:\\d+}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam long decision,
            Viewer viewer,
            HttpServletRequest request,
            RedirectAttributes then) {
        if (!reconciliation.undo(decision, viewer.actor())) {
            throw new NoSuchPageException();
        }
        then.addFlashAttribute("done", say.text("web.decide.undone"));
        return back(id, request);
    }

    /** Accepts the form as it stands: not in the books, uncertain, or a duplicate that is none. */
    @PostMapping("/forms/{id:\\d+}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId form = new FormId(id);
        if (forms.find(form, viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        if (reason.isBlank()) {
            return refused(DecideReport.Why.NO_REASON, id, viewer, request, response, model);
        }
        if (reconciliation
                .accept(FormSet.of(form), reason.strip(), viewer.actor())
                .isEmpty()) {
            return refused(DecideReport.Why.NOTHING_TO_DECIDE, id, viewer, request, response, model);
        }
        then.addFlashAttribute("done", say.text("web.accept.done"));
        return back(id, request);
    }

    private static String back(long id, HttpServletRequest request) {
        return FormSteps.back(new FormId(id), request).replaceFirst("/forms/" + id, "/forms/" + id + "/compare");
    }
}
