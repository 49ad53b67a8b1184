package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormState;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.StepReport;
import vn.dancu.reconciliation.DuplicateAnswer;
import vn.dancu.reconciliation.DuplicateCluster;
import vn.dancu.reconciliation.DuplicateForms;
import vn.dancu.reconciliation.DuplicateResult;
import vn.dancu.reconciliation.PairAnswer;
import vn.dancu.reconciliation.PairWeight;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** {@code /duplicates} (Trùng phiếu): forms of one person side by side, whether they are, and which one is kept. */
@Controller
class DuplicatesPage {
    private static final int SHOWN = 10;
    private static final int APART = 10;

    private final DuplicateForms duplicates;
    private final ReconciliationService reconciliation;
    private final Detours detours;
    private final PathView path;
    private final Say say;

    DuplicatesPage(
            DuplicateForms duplicates, ReconciliationService reconciliation, Detours detours, PathView path, Say say) {
        this.duplicates = duplicates;
        this.reconciliation = reconciliation;
        this.detours = detours;
        this.path = path;
        this.say = say;
    }

    private String purpose() {
        return say.text("web.menu.queue") + ": " + say.text("web.menu.duplicates");
    }

    /** What was typed about a pair; shown again when it is refused. */
    public record Typed(long form, long other, String reason) {}

    @GetMapping("/duplicates")
    String show(@RequestParam(name = "page", defaultValue = "1") int page, Viewer viewer, Model model) {
        int at = Math.min(Math.max(page, 1), 1_000_000);
        DuplicateForms.Count count = duplicates.count(viewer.actor());
        List<DuplicateView> shown = new ArrayList<>();
        for (DuplicateCluster cluster : duplicates.clusters((at - 1) * SHOWN, SHOWN, purpose(), viewer.actor())) {
            List<FormState> states = new ArrayList<>();
            for (DuplicateCluster.Member member : cluster.members()) {
                states.add(path.state(member.form().id(), viewer.actor()).orElseThrow(NoSuchPageException::new));
            }
            shown.add(DuplicateView.of(cluster, states, say));
        }
        model.addAttribute("clusters", shown);
        model.addAttribute("count", count);
        model.addAttribute("page", at);
        model.addAttribute("more", at * SHOWN < count.clusters());
        model.addAttribute("apart", duplicates.apart(APART, viewer.actor()));
        model.addAttribute("cancels", Menu.CANCELLERS.contains(viewer.role()));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", null);
        }
        return "duplicates";
    }

    @PostMapping("/duplicates/answer")
    String answer(
            @RequestParam long form,
            @RequestParam long other,
            @RequestParam String answer,
            @RequestParam long keeps,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String expected,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        PairAnswer said = PairAnswer.byCode(answer).orElseThrow(NoSuchPageException::new);
        model.addAttribute("typed", new Typed(form, other, reason));
        if (reason.strip().length() > TypedDecision.LONGEST_REASON) {
            return refused(
                    HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.desk.too-long"), page, viewer, response, model);
        }
        DuplicateResult result = duplicates.answer(
                new FormId(form),
                new FormId(other),
                said,
                new FormId(keeps),
                reason.strip(),
                PairAnswer.byCode(expected).orElse(null),
                viewer.actor());
        HttpStatus status = switch (result) {
            case KEPT -> HttpStatus.OK;
            case NOT_FOUND -> throw new NoSuchPageException();
            case WRONG_ROLE -> HttpStatus.FORBIDDEN;
            case NO_REASON -> HttpStatus.UNPROCESSABLE_CONTENT;
            case ANSWERED_MEANWHILE -> HttpStatus.CONFLICT;
        };
        if (status != HttpStatus.OK) {
            return refused(status, say.text("web.duplicates.refused." + result), page, viewer, response, model);
        }
        then.addFlashAttribute("done", say.text("web.duplicates.kept." + said.code()));
        return "redirect:/duplicates?page=" + page;
    }

    private String refused(
            HttpStatus status, String sentence, int page, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("refused", sentence);
        return show(page, viewer, model);
    }

    @PostMapping("/duplicates/undo")
    String undo(
            @RequestParam long form,
            @RequestParam long other,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (!duplicates.undo(new FormId(form), new FormId(other), viewer.actor())) {
            return refused(HttpStatus.CONFLICT, say.text("web.desk.undone-before"), page, viewer, response, model);
        }
        then.addFlashAttribute("done", say.text("web.decide.undone"));
        return "redirect:/duplicates?page=" + page;
    }

    /** Cancels the form that is not kept; whoever is left of its cluster is compared anew. */
    @PostMapping("/duplicates/cancel")
    String cancel(
            @RequestParam long form,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId later = new FormId(form);
        if (path.state(later, viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        Optional<DuplicateAnswer> said = duplicates.calledDuplicate(later);
        if (said.isEmpty()) {
            return refused(HttpStatus.CONFLICT, say.text("web.duplicates.not-called"), page, viewer, response, model);
        }
        if (!word.strip().equalsIgnoreCase(say.text("web.cancel.word"))) {
            return refused(
                    HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.cancel.no-word"), page, viewer, response, model);
        }
        FormSet left = duplicates.companions(later, viewer.actor());
        StepReport report = detours.cancel(
                FormSet.of(later), CancelReason.DUPLICATE, said.get().reason(), viewer.actor());
        @Nullable Refusal why = report.refusalOf(later).orElse(null);
        if (why == Refusal.NOT_FOUND) {
            throw new NoSuchPageException();
        }
        if (why != null) {
            return refused(
                    HttpStatus.valueOf(why.httpStatus()), say.text("refusal." + why), page, viewer, response, model);
        }
        reconciliation.compareOnArrival(left);
        then.addFlashAttribute("done", say.text("web.duplicates.cancelled"));
        return "redirect:/duplicates?page=" + page;
    }

    @GetMapping("/duplicates/weight")
    String weight(
            @RequestParam long form, @RequestParam long other, Viewer viewer, HttpServletRequest request, Model model) {
        PairWeight weight = duplicates
                .weigh(new FormId(form), new FormId(other), purpose(), viewer.actor(), Say.locale())
                .orElseThrow(NoSuchPageException::new);
        model.addAttribute("id", form);
        model.addAttribute("weight", weight);
        return request.getHeader("HX-Request") == null ? "weight" : "weight :: pair";
    }
}
