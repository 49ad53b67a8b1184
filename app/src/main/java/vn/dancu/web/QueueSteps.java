package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.Queue;
import vn.dancu.journey.StepReport;
import vn.dancu.shared.FormSet;
import vn.dancu.web.QueueAsked.Asked;
import vn.dancu.web.db.QueueQueries;

/** A step for a whole queue (as far as its filter lets through) at once; each form is judged on its own, and those held back say why. */
@Controller
class QueueSteps {
    /** A transaction that an officer waits for. */
    private static final int MOST_AT_ONCE = 5_000;

    private final QueueAsked asking;
    private final QueueQueries queues;
    private final FormJourney journey;
    private final StepDesk desk;
    private final Told told;

    QueueSteps(QueueAsked asking, QueueQueries queues, FormJourney journey, StepDesk desk, Told told) {
        this.asking = asking;
        this.queues = queues;
        this.journey = journey;
        this.desk = desk;
        this.told = told;
    }

    @PostMapping("/queue/{step:check|reconcile|approve}")
    String take(
            @PathVariable String step,
            Viewer viewer,
            HttpServletRequest request,
            HttpSession session,
            RedirectAttributes then) {
        Asked asked = asking.read(request, session);
        Queue queue = asked.queue().orElseThrow(NoSuchPageException::new);
        FormSet forms = queues.forms(asking.chosen(queue, asked.filter(), viewer), MOST_AT_ONCE);
        StepReport report = switch (step) {
            case "check" -> desk.check(forms, viewer.actor());
            case "reconcile" -> journey.reconcile(forms, viewer.actor());
            default -> journey.approve(forms, viewer.actor());
        };
        told.set(report, then);
        return "redirect:" + asked.self();
    }
}
