package vn.dancu.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.StepReport;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.Queue;
import vn.dancu.web.db.QueueQueries;

/** A step for a whole queue at once; each form is judged on its own, and those held back say why. */
@Controller
class QueueSteps {
    /** A transaction that an officer waits for. */
    private static final int MOST_AT_ONCE = 5_000;

    private final QueueQueries queues;
    private final FormJourney journey;
    private final StepDesk desk;
    private final Told told;

    QueueSteps(QueueQueries queues, FormJourney journey, StepDesk desk, Told told) {
        this.queues = queues;
        this.journey = journey;
        this.desk = desk;
        this.told = told;
    }

    @PostMapping("/queue/{step:check|reconcile|approve}")
    String take(
            @PathVariable String step,
            @RequestParam("q") String word,
            @RequestParam(required = false) @Nullable String commune,
            Viewer viewer,
            RedirectAttributes then) {
        Queue queue = Queue.byWord(word).orElseThrow(NoSuchPageException::new);
        String ward = commune == null || commune.isEmpty() ? null : commune;
        FormSet forms = queues.forms(queue, viewer.actor().scope(), ward, MOST_AT_ONCE);
        StepReport report = switch (step) {
            case "check" -> desk.check(forms, viewer.actor());
            case "reconcile" -> journey.reconcile(forms, viewer.actor());
            default -> journey.approve(forms, viewer.actor());
        };
        told.set(report, then);
        return "redirect:/queue?q=" + queue.word() + (ward == null ? "" : "&commune=" + ward);
    }
}
