package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.Forms;
import vn.dancu.reconciliation.Comparison;
import vn.dancu.reconciliation.Decide;
import vn.dancu.reconciliation.DecideReport;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.reconciliation.Suggestion;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Texts;

/** {@code /forms/{id}/compare} (Đối chiếu): the form beside book, archive and papers, and who is right about each field. */
@Controller
class ComparePage {
    private final ReconciliationService reconciliation;
    private final Forms forms;
    private final CompareView view;
    private final Clock clock;
    private final Say say;

    ComparePage(ReconciliationService reconciliation, Forms forms, CompareView view, Clock clock, Say say) {
        this.reconciliation = reconciliation;
        this.forms = forms;
        this.view = view;
        this.clock = clock;
        this.say = say;
    }

    @GetMapping("/forms/{id:\\d+}/compare")
    String show(@PathVariable long id, Viewer viewer, HttpServletRequest request, Model model) {
        return view.fill(new FormId(id), viewer, request, model);
    }

    @PostMapping("/forms/{id:\\d+}/decide")
    String decide(
            @PathVariable long id,
            TypedDecision typed,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId form = new FormId(id);
        Decide decide = typed.decide(form);
        model.addAttribute("typed", typed);
        if (!view.isDecidable(form, viewer)) {
            return view.refused(
                    HttpStatus.CONFLICT, say.text("web.desk.too-late"), form, viewer, request, response, model);
        }
        String complaint = typed.complaint(LocalDate.ofInstant(clock.instant(), Say.VIETNAM));
        if (complaint != null) {
            return view.refused(
                    HttpStatus.UNPROCESSABLE_CONTENT, say.text(complaint), form, viewer, request, response, model);
        }
        DecideReport report = reconciliation.decide(List.of(decide), viewer.actor());
        if (report.refused().isEmpty()) {
            then.addFlashAttribute("decided", typed.field());
            return back(id, request);
        }
        DecideReport.Why why = report.refused().get(0).why();
        if (why == DecideReport.Why.DECIDED_MEANWHILE || why == DecideReport.Why.STALE_VERSION) {
            model.addAttribute("meanwhile", decide.seen());
        }
        return refused(why, form, viewer, request, response, model);
    }

    /** Takes the suggested source of every field that is open and has one; each is a decision of its own with its reason. */
    @PostMapping("/forms/{id:\\d+}/decide-suggested")
    String decideSuggested(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "0") long seen,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId form = new FormId(id);
        if (!view.isDecidable(form, viewer)) {
            return view.refused(
                    HttpStatus.CONFLICT, say.text("web.desk.too-late"), form, viewer, request, response, model);
        }
        String purpose = view.purpose(form, request).orElseThrow(NoSuchPageException::new);
        Comparison comparison =
                reconciliation.comparison(form, purpose, viewer.actor()).orElseThrow(NoSuchPageException::new);
        List<Decide> chosen = new ArrayList<>();
        for (CompareRow row : CompareRow.of(comparison, say)) {
            FieldVerdict verdict = row.verdict();
            Suggestion suggestion = verdict.suggestion();
            if (row.isOpen() && suggestion != null) {
                String reason = Texts.of(Texts.VIETNAMESE).get("reconciliation.reason." + suggestion.reason());
                chosen.add(new Decide(form, version, verdict.field(), suggestion.source(), null, reason, null, seen));
            }
        }
        if (chosen.isEmpty()) {
            return refused(DecideReport.Why.NOTHING_TO_DECIDE, form, viewer, request, response, model);
        }
        DecideReport report = reconciliation.decide(chosen, viewer.actor());
        if (!report.refused().isEmpty()) {
            model.addAttribute("meanwhile", seen);
            return refused(report.refused().get(0).why(), form, viewer, request, response, model);
        }
        then.addFlashAttribute("decided", chosen.get(0).field());
        return back(id, request);
    }

    private String refused(
            DecideReport.Why why,
            FormId form,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        HttpStatus status = switch (why) {
            case NOT_FOUND -> throw new NoSuchPageException();
            case WRONG_ROLE -> HttpStatus.FORBIDDEN;
            case STALE_VERSION, NOTHING_TO_DECIDE, DECIDED_MEANWHILE -> HttpStatus.CONFLICT;
            case NO_VALUE, NO_REASON -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return view.refused(status, say.text("reconciliation.refused." + why), form, viewer, request, response, model);
    }

    @PostMapping("/forms/{id:\\d+}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam long decision,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId form = new FormId(id);
        if (!view.isDecidable(form, viewer)) {
            return view.refused(
                    HttpStatus.CONFLICT, say.text("web.desk.too-late"), form, viewer, request, response, model);
        }
        if (!reconciliation.undo(form, decision, viewer.actor())) {
            return view.refused(
                    HttpStatus.CONFLICT, say.text("web.desk.undone-before"), form, viewer, request, response, model);
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
        model.addAttribute("acceptReason", reason);
        if (!view.isDecidable(form, viewer)) {
            return view.refused(
                    HttpStatus.CONFLICT, say.text("web.desk.too-late"), form, viewer, request, response, model);
        }
        if (reason.isBlank()) {
            return refused(DecideReport.Why.NO_REASON, form, viewer, request, response, model);
        }
        if (reason.strip().length() > TypedDecision.LONGEST_REASON) {
            return view.refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    say.text("web.desk.too-long"),
                    form,
                    viewer,
                    request,
                    response,
                    model);
        }
        if (reconciliation
                .accept(FormSet.of(form), reason.strip(), viewer.actor())
                .isEmpty()) {
            return refused(DecideReport.Why.NOTHING_TO_DECIDE, form, viewer, request, response, model);
        }
        then.addFlashAttribute("done", say.text("web.accept.done"));
        return back(id, request);
    }

    static String back(long id, HttpServletRequest request) {
        return FormSteps.back(new FormId(id), request).replaceFirst("/forms/" + id, "/forms/" + id + "/compare");
    }
}
