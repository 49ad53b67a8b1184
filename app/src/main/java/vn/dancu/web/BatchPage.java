package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.custody.BatchId;
import vn.dancu.custody.Custody;
import vn.dancu.custody.CustodyResult;
import vn.dancu.journey.Step;
import vn.dancu.journey.StepReport;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.PaperQueries;

/** {@code /batches} (Lô phiếu): papers that change hands together, counted by both sides. */
@Controller
class BatchPage {
    private static final int LATEST = 200;
    private static final int MOST_IN_A_BATCH = 2_000;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Briefly<AreaScope, List<PaperQueries.Free>> free;
    private final PaperQueries papers;
    private final Custody custody;
    private final HandOverDesk desk;
    private final Told told;
    private final Say say;
    private final Clock clock;

    BatchPage(PaperQueries papers, Custody custody, HandOverDesk desk, Told told, Say say, Clock clock) {
        this.free = Briefly.ofSlow(FRESH, clock);
        this.papers = papers;
        this.custody = custody;
        this.desk = desk;
        this.told = told;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/batches")
    String show(Viewer viewer, Model model) {
        model.addAttribute("batches", papers.batches(viewer.actor().scope(), LATEST));
        model.addAttribute(
                "free",
                free.get(
                        viewer.actor().scope(), () -> papers.free(viewer.actor().scope())));
        model.addAttribute("takes", Step.HAND_OVER.by().contains(viewer.role()));
        model.addAttribute(
                "suggested",
                "LO-"
                        + DateTimeFormatter.ofPattern("yyyyMMdd-HHmm")
                                .format(clock.instant().atZone(Say.VIETNAM)));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Say.VIETNAM));
        return "batches";
    }

    @PostMapping("/batches")
    String open(
            @RequestParam String number,
            @RequestParam String commune,
            @RequestParam(defaultValue = "500") int most,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormSet forms = papers.firstFree(
                commune,
                Math.max(0, Math.min(most, MOST_IN_A_BATCH)),
                viewer.actor().scope());
        CustodyResult result = number.isBlank()
                ? new CustodyResult.Refused(CustodyResult.Why.NUMBER_TAKEN)
                : custody.open(number.strip(), commune, forms, viewer.actor());
        if (result.isDone()) {
            free.forget();
            then.addFlashAttribute(
                    "done", say.text("web.batch.opened", Map.of("no", number.strip(), "n", say.number(forms.size()))));
            return "redirect:/batches";
        }
        return refused(result, viewer, response, model);
    }

    @PostMapping("/batches/{id:\\d+}/give")
    String give(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int counted,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        CustodyResult result = custody.give(new BatchId(id), counted, viewer.actor());
        if (result.isDone()) {
            then.addFlashAttribute("done", say.text("web.batch.given", Map.of("n", say.number(counted))));
            return "redirect:/batches";
        }
        return refused(result, viewer, response, model);
    }

    /** The taker's count; with it the papers' track moves. */
    @PostMapping("/batches/{id:\\d+}/take")
    String take(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int counted,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        HandOverDesk.Taken taken = desk.take(new BatchId(id), counted, viewer.actor());
        if (taken.result().isDone()) {
            StepReport report = taken.report();
            if (report != null) {
                told.set(report, then);
            }
            return "redirect:/batches";
        }
        return refused(taken.result(), viewer, response, model);
    }

    private String refused(CustodyResult result, Viewer viewer, HttpServletResponse response, Model model) {
        if (result instanceof CustodyResult.CountDiffers differs) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    "refused",
                    say.text(
                            "web.batch.count-differs",
                            Map.of(
                                    "in", say.number(differs.inBatch()),
                                    "counted", say.number(differs.counted()))));
        } else if (result instanceof CustodyResult.Refused refused) {
            HttpStatus status = switch (refused.why()) {
                case NO_SUCH_BATCH -> throw new NoSuchPageException();
                case WRONG_ROLE, OUTSIDE_AREA, SAME_PERSON -> HttpStatus.FORBIDDEN;
                case EMPTY -> HttpStatus.UNPROCESSABLE_CONTENT;
                case NUMBER_TAKEN, FORM_NOT_FREE, NOT_GIVEN_YET, ALREADY_GIVEN, ALREADY_TAKEN -> HttpStatus.CONFLICT;
            };
            response.setStatus(status.value());
            model.addAttribute("refused", say.text("web.batch.refused." + refused.why()));
        }
        return show(viewer, model);
    }
}
