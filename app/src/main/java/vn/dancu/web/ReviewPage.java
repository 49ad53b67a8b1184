package vn.dancu.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.reconciliation.AnsweredPair;
import vn.dancu.reconciliation.CheckReport;
import vn.dancu.reconciliation.PairAnswer;
import vn.dancu.reconciliation.PairToReview;
import vn.dancu.reconciliation.PrecisionChecks;
import vn.dancu.reconciliation.Reviews;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** {@code /review} (Rà soát liên kết): pairs that only a person can tell, and samples that say how many links are right. */
@Controller
class ReviewPage {
    private static final int SHOWN = 10;
    private static final int ANSWERED = 5;

    /** From here on a form is somebody else's word. */
    private static final Set<Stage> UNDOABLE =
            EnumSet.of(Stage.COLLECTED, Stage.CHECKED, Stage.RECONCILED, Stage.RETURNED);

    private final Reviews reviews;
    private final PrecisionChecks checks;
    private final PathView path;
    private final Say say;

    ReviewPage(Reviews reviews, PrecisionChecks checks, PathView path, Say say) {
        this.reviews = reviews;
        this.checks = checks;
        this.path = path;
        this.say = say;
    }

    private String purpose() {
        return say.text("web.menu.queue") + ": " + say.text("web.menu.review");
    }

    @GetMapping("/review")
    String show(Viewer viewer, Model model) {
        model.addAttribute("list", reviews.queue(SHOWN, purpose(), viewer.actor()));
        List<AnsweredPair> answered = new ArrayList<>(reviews.answered(ANSWERED, purpose(), viewer.actor()));
        answered.removeIf(one -> !isUndoable(one.pair().form(), viewer));
        model.addAttribute("answered", answered);
        model.addAttribute("checks", checks.reports(viewer.actor()));
        model.addAttribute("draws", viewer.role() == Role.CITY_TEAM);
        model.addAttribute("answers", PairAnswer.values());
        return "review";
    }

    @PostMapping("/review/answer")
    String answer(
            @RequestParam long form,
            @RequestParam String source,
            @RequestParam long entry,
            @RequestParam String answer,
            Viewer viewer,
            RedirectAttributes then) {
        boolean kept = reviews.answer(new FormId(form), source(source), entry, said(answer), viewer.actor());
        if (!kept) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        then.addFlashAttribute("done", say.text("web.review.kept"));
        return "redirect:/review";
    }

    private boolean isUndoable(FormId form, Viewer viewer) {
        return path.state(form, viewer.actor())
                .filter(state -> UNDOABLE.contains(state.stage()))
                .isPresent();
    }

    @PostMapping("/review/undo")
    String undo(
            @RequestParam long form,
            @RequestParam String source,
            @RequestParam long entry,
            Viewer viewer,
            RedirectAttributes then) {
        FormId of = new FormId(form);
        if (!isUndoable(of, viewer) || !reviews.undo(of, source(source), entry, viewer.actor())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        then.addFlashAttribute("done", say.text("web.review.undone"));
        return "redirect:/review";
    }

    @PostMapping("/review/checks")
    String draw(
            @RequestParam String source,
            @RequestParam(defaultValue = "200") int size,
            @RequestParam(defaultValue = "1") long seed,
            Viewer viewer,
            RedirectAttributes then) {
        OptionalLong drawn = checks.draw(source(source), size, seed, viewer.actor());
        if (drawn.isEmpty()) {
            then.addFlashAttribute("refused", say.text("web.review.not-drawn"));
            return "redirect:/review";
        }
        return "redirect:/review/checks/" + drawn.getAsLong();
    }

    @GetMapping("/review/checks/{id:\\d+}")
    String check(@PathVariable long id, Viewer viewer, Model model) {
        List<CheckReport> reports = checks.reports(viewer.actor());
        CheckReport report =
                reports.stream().filter(one -> one.id() == id).findFirst().orElseThrow(NoSuchPageException::new);
        Optional<PairToReview> next = checks.next(id, purpose(), viewer.actor());
        model.addAttribute("check", report);
        model.addAttribute("pair", next.orElse(null));
        model.addAttribute("answers", PairAnswer.values());
        return "check";
    }

    @PostMapping("/review/checks/{id:\\d+}")
    String key(
            @PathVariable long id,
            @RequestParam long form,
            @RequestParam long entry,
            @RequestParam String answer,
            Viewer viewer) {
        if (!checks.key(id, new FormId(form), entry, said(answer), viewer.actor())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return "redirect:/review/checks/" + id;
    }

    private static Source source(String code) {
        return Source.byCode(code).orElseThrow(NoSuchPageException::new);
    }

    private static PairAnswer said(String code) {
        return PairAnswer.byCode(code).orElseThrow(NoSuchPageException::new);
    }
}
