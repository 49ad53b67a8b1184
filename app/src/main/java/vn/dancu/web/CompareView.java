package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.reconciliation.Comparison;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/** Everything the comparison desk shows of one form; being shown is logged with its purpose. */
@Component
class CompareView {
    /** From approval on a form is somebody else's word: nothing is decided or taken back any more. */
    private static final Set<Stage> DECIDABLE =
            EnumSet.of(Stage.COLLECTED, Stage.CHECKED, Stage.RECONCILED, Stage.RETURNED);

    private final ReconciliationService reconciliation;
    private final Forms forms;
    private final PathView path;
    private final Purposes purposes;
    private final Say say;

    CompareView(ReconciliationService reconciliation, Forms forms, PathView path, Purposes purposes, Say say) {
        this.reconciliation = reconciliation;
        this.forms = forms;
        this.path = path;
        this.purposes = purposes;
        this.say = say;
    }

    /** The entry linked to the form in a source, whose weight may be asked for. */
    public record Linked(Source source, long entry, double weight) {}

    /** Why the form is looked at; empty when the page must ask. */
    Optional<String> purpose(FormId form, HttpServletRequest request) {
        return purposes.of(
                form, request.getParameter("q"), request.getParameter("from"), word(request), request.getSession());
    }

    /** A link that carries no purpose may still carry its name. */
    private static @Nullable String word(HttpServletRequest request) {
        String word = request.getParameter("p");
        return word == null || word.isBlank() ? null : word;
    }

    /** @throws NoSuchPageException when there is no such form in the viewer's area */
    boolean isDecidable(FormId form, Viewer viewer) {
        FormState state = path.state(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        return DECIDABLE.contains(state.stage());
    }

    /**
     * Fills the page.
     *
     * @return the view: the desk, or the page that asks for a purpose
     * @throws NoSuchPageException when there is no such form in the viewer's area
     */
    String fill(FormId form, Viewer viewer, HttpServletRequest request, Model model) {
        StoredForm stored = forms.find(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        FormState state = path.state(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        Optional<String> purpose = purpose(form, request);
        model.addAttribute("id", form.value());
        model.addAttribute("purposes", Purposes.WORDS);
        if (purpose.isEmpty()) {
            return "purpose";
        }
        Comparison comparison = current(form, purpose.get(), viewer);
        List<CompareRow> rows = CompareRow.of(comparison, say);
        List<CompareRow> telling = new ArrayList<>(rows);
        telling.removeIf(CompareRow::isPlain);
        // The rest keeps the order of the form.
        telling.sort(Comparator.comparingInt(CompareRow::place));
        List<CompareRow> plain = new ArrayList<>(rows);
        plain.removeIf(row -> !row.isPlain());
        model.addAttribute("form", stored.form());
        model.addAttribute("version", stored.version());
        model.addAttribute("state", state);
        model.addAttribute("comparison", comparison);
        model.addAttribute("rows", telling);
        model.addAttribute("plain", plain);
        model.addAttribute("open", telling.stream().filter(CompareRow::isOpen).count());
        model.addAttribute(
                "suggested", telling.stream().filter(CompareRow::isSuggested).count());
        model.addAttribute("whole", CompareRow.inForce(comparison, ""));
        model.addAttribute("linked", linked(comparison));
        model.addAttribute("asked", WeightPage.asked(request));
        model.addAttribute("may", FormView.may(viewer, state));
        model.addAttribute("decides", Menu.REVIEWERS.contains(viewer.role()) && DECIDABLE.contains(state.stage()));
        model.addAttribute("q", request.getParameter("q"));
        model.addAttribute("last", last(comparison));
        model.addAttribute("seen", seen(comparison));
        model.addAttribute("stepsSeen", Meanwhile.lastOf(path.steps(form)));
        model.addAttribute("reasons", TypedDecision.REASONS);
        model.addAttribute("papers", TypedDecision.PAPERS);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", null);
        }
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

    /** Decisions come in the order of their keys. */
    private static long seen(Comparison comparison) {
        List<Comparison.DecisionTaken> decisions = comparison.decisions();
        return decisions.isEmpty() ? 0 : decisions.get(decisions.size() - 1).id();
    }

    /**
     * Whether somebody else decided at this form after the desk was shown ({@code decided}, the last decision it knows); if
     * so, the desk is told since when. A page that says nothing of itself has missed nothing.
     */
    boolean hasMissedDecisions(AtForm at) {
        String known = at.request().getParameter("decided");
        if (known == null || !known.matches("\\d{1,18}")) {
            return false;
        }
        long last = Long.parseLong(known);
        boolean missed =
                reconciliation.isDecidedByOthersSince(at.id(), last, at.viewer().actor());
        if (missed) {
            at.model().addAttribute("meanwhile", last);
        }
        return missed;
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

    /** The page again, with the sentence that says why not. */
    String refused(
            HttpStatus status,
            String sentence,
            FormId form,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("refused", sentence);
        return fill(form, viewer, request, model);
    }
}
