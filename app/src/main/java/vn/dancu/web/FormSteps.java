package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.HoldFor;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.Remarks;
import vn.dancu.journey.StepReport;
import vn.dancu.quality.ConfirmNumberResult;
import vn.dancu.quality.QualityService;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.web.db.Queue;
import vn.dancu.web.db.QueueQueries;

/** The buttons of a form's page: each calls one use case; a refusal shows the page again, with its sentence and status. */
@Controller
class FormSteps {
    private final FormJourney journey;
    private final Detours detours;
    private final StepDesk desk;
    private final QualityService quality;
    private final Forms forms;
    private final QueueQueries queues;
    private final FormView view;
    private final Told told;
    private final Say say;

    FormSteps(
            FormJourney journey,
            Detours detours,
            StepDesk desk,
            QualityService quality,
            Forms forms,
            QueueQueries queues,
            FormView view,
            Told told,
            Say say) {
        this.journey = journey;
        this.detours = detours;
        this.desk = desk;
        this.quality = quality;
        this.forms = forms;
        this.queues = queues;
        this.view = view;
        this.told = told;
        this.say = say;
    }

    /** What a page shown again needs. */
    private record Again(
            FormId id, Viewer viewer, HttpServletRequest request, HttpServletResponse response, Model model) {}

    @PostMapping("/forms/{id:\\d+}/check")
    String check(
            @PathVariable long id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        return answer(desk.check(FormSet.of(again.id()), viewer.actor()), again, then);
    }

    @PostMapping("/forms/{id:\\d+}/reconcile")
    String reconcile(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String next,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        StepReport report = journey.reconcile(FormSet.of(again.id()), viewer.actor());
        Optional<Queue> queue = Optional.ofNullable(next).flatMap(Queue::byWord);
        if (report.allAdvanced() && queue.isPresent()) {
            told.set(report, then);
            return nextOf(queue.get(), again);
        }
        return answer(report, again, then);
    }

    /** The next form of the same queue, at the comparison desk; the queue itself when it is worked off. */
    private String nextOf(Queue queue, Again again) {
        List<FormId> next = queues.next(queue, again.viewer().actor().scope(), again.id());
        return next.isEmpty()
                ? "redirect:/queue?q=" + queue.word()
                : "redirect:/forms/" + next.get(0).value() + "/compare?q=" + queue.word();
    }

    @PostMapping("/forms/{id:\\d+}/approve")
    String approve(
            @PathVariable long id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        return answer(journey.approve(FormSet.of(again.id()), viewer.actor()), again, then);
    }

    @PostMapping("/forms/{id:\\d+}/register")
    String register(
            @PathVariable long id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        return answer(journey.register(FormSet.of(again.id()), viewer.actor()), again, then);
    }

    @PostMapping("/forms/{id:\\d+}/return")
    String sendBack(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        Map<String, String> remarks = new LinkedHashMap<>();
        sent.forEach((name, text) -> {
            String column = name.startsWith("remark.") ? name.substring("remark.".length()) : null;
            if (column != null
                    && !text.isBlank()
                    && (column.isEmpty() || FormField.byColumn(column).isPresent())) {
                remarks.merge(column, text.strip(), (a, b) -> a + "; " + b);
            }
        });
        String more = sent.getOrDefault("more", "");
        if (!more.isBlank()) {
            remarks.merge(
                    FormField.byColumn(sent.getOrDefault("moreField", ""))
                            .map(FormField::column)
                            .orElse(""),
                    more.strip(),
                    (a, b) -> a + "; " + b);
        }
        if (remarks.isEmpty()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.return.no-remark"), again);
        }
        return answer(detours.returnForms(List.of(new Remarks(again.id(), remarks)), viewer.actor()), again, then);
    }

    @PostMapping("/forms/{id:\\d+}/cancel")
    String cancel(
            @PathVariable long id,
            @RequestParam CancelReason why,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String word,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        if (!word.strip().equalsIgnoreCase(say.text("web.cancel.word"))) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.cancel.no-word"), again);
        }
        return answer(detours.cancel(FormSet.of(again.id()), why, note.strip(), viewer.actor()), again, then);
    }

    @PostMapping("/forms/{id:\\d+}/hold")
    String hold(
            @PathVariable long id,
            @RequestParam HoldFor.Whom whom,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        if (reason.isBlank()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.reason.missing"), again);
        }
        return answer(
                detours.hold(FormSet.of(again.id()), new HoldFor(whom, reason.strip(), until), viewer.actor()),
                again,
                then);
    }

    @PostMapping("/forms/{id:\\d+}/resume")
    String resume(
            @PathVariable long id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        return answer(detours.resume(FormSet.of(again.id()), viewer.actor()), again, then);
    }

    /** The written reason that lifts a finding which asks for an explanation. */
    @PostMapping("/forms/{id:\\d+}/explain")
    String explain(
            @PathVariable long id,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        if (forms.find(again.id(), viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        if (reason.isBlank()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.reason.missing"), again);
        }
        if (!quality.lift(again.id(), code, field, reason, viewer.actor())) {
            return refused(HttpStatus.CONFLICT, say.text("web.explain.refused"), again);
        }
        then.addFlashAttribute("done", say.text("web.explain.done"));
        return back(again);
    }

    /** A second officer has seen the card: the number truly stands on it. */
    @PostMapping("/forms/{id:\\d+}/confirm-number")
    String confirmNumber(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Again again = new Again(new FormId(id), viewer, request, response, model);
        if (forms.find(again.id(), viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        if (reason.isBlank()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.reason.missing"), again);
        }
        ConfirmNumberResult result = quality.confirmNumber(again.id(), reason, viewer.actor());
        if (result instanceof ConfirmNumberResult.Confirmed) {
            then.addFlashAttribute("done", say.text("web.confirm-number.done"));
            return back(again);
        }
        return result instanceof ConfirmNumberResult.SameEyes
                ? refused(HttpStatus.FORBIDDEN, say.text("web.confirm-number.same-eyes"), again)
                : refused(HttpStatus.CONFLICT, say.text("web.confirm-number.nothing"), again);
    }

    private String answer(StepReport report, Again again, RedirectAttributes then) {
        Optional<Refusal> why = report.refusalOf(again.id());
        if (why.isEmpty()) {
            told.set(report, then);
            return back(again);
        }
        if (why.get() == Refusal.NOT_FOUND) {
            throw new NoSuchPageException();
        }
        return refused(HttpStatus.valueOf(why.get().httpStatus()), say.text("refusal." + why.get()), again);
    }

    private String refused(HttpStatus status, String sentence, Again again) {
        again.response().setStatus(status.value());
        again.model().addAttribute("refused", sentence);
        return view.fill(again.id(), again.viewer(), again.request(), again.model()) ? "form" : "purpose";
    }

    static String back(FormId id, HttpServletRequest request) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/forms/" + id.value());
        for (String name : List.of("q", "from", "p")) {
            String value = request.getParameter(name);
            if (value != null && value.matches("[a-z-]{1,40}")) {
                address.queryParam(name, value);
            }
        }
        return "redirect:" + address.toUriString();
    }

    private static String back(Again again) {
        return back(again.id(), again.request());
    }
}
