package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.CivilStatusCase;
import vn.dancu.journey.Comments;
import vn.dancu.journey.Detours;
import vn.dancu.journey.FormJourney;
import vn.dancu.journey.HoldFor;
import vn.dancu.journey.Queue;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.Remarks;
import vn.dancu.journey.StepReport;
import vn.dancu.quality.ConfirmNumberResult;
import vn.dancu.quality.QualityService;
import vn.dancu.shared.FormId;
import vn.dancu.web.db.QueueQueries;

/** The buttons of a form's page: each calls one use case; a refusal shows the page at, with its sentence and status. */
@Controller
class FormSteps {
    private final FormJourney journey;
    private final Detours detours;
    private final StepDesk desk;
    private final QualityService quality;
    private final Forms forms;
    private final QueueQueries queues;
    private final FormView view;
    private final CompareView compare;
    private final Meanwhile meanwhile;
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
            CompareView compare,
            Meanwhile meanwhile,
            Told told,
            Say say) {
        this.journey = journey;
        this.detours = detours;
        this.desk = desk;
        this.quality = quality;
        this.forms = forms;
        this.queues = queues;
        this.view = view;
        this.compare = compare;
        this.meanwhile = meanwhile;
        this.told = told;
        this.say = say;
    }

    @PostMapping("/forms/{id:\\d+}/check")
    String check(AtForm at, RedirectAttributes then) {
        if (meanwhile.missed(at)) {
            return stale("", at);
        }
        return answer(desk.check(at.set(), at.viewer().actor()), at, then);
    }

    @PostMapping("/forms/{id:\\d+}/reconcile")
    String reconcile(AtForm at, @RequestParam(required = false) @Nullable String next, RedirectAttributes then) {
        if (meanwhile.missed(at)) {
            return stale("", at);
        }
        if (compare.hasMissedDecisions(at)) {
            at.response().setStatus(HttpStatus.CONFLICT.value());
            at.model().addAttribute("refused", say.text("web.desk.decided-meanwhile"));
            return compare.fill(at.id(), at.viewer(), at.request(), at.model());
        }
        StepReport report = journey.reconcile(at.set(), at.viewer().actor());
        Optional<Queue> queue = Optional.ofNullable(next).flatMap(Queue::byWord);
        if (report.allAdvanced() && queue.isPresent()) {
            told.set(report, then);
            return nextOf(queue.get(), at);
        }
        return answer(report, at, then);
    }

    /** The next form of the same queue, at the comparison desk; the queue itself when it is worked off. */
    private String nextOf(Queue queue, AtForm at) {
        List<FormId> next = queues.next(queue, at.viewer().actor().scope(), at.id());
        return next.isEmpty()
                ? "redirect:/queue?q=" + queue.word()
                : "redirect:/forms/" + next.get(0).value() + "/compare?q=" + queue.word();
    }

    @PostMapping("/forms/{id:\\d+}/approve")
    String approve(AtForm at, RedirectAttributes then) {
        if (meanwhile.missed(at)) {
            return stale("", at);
        }
        return answer(journey.approve(at.set(), at.viewer().actor()), at, then);
    }

    @PostMapping("/forms/{id:\\d+}/register")
    String register(AtForm at, RedirectAttributes then) {
        if (meanwhile.missed(at)) {
            return stale("", at);
        }
        return answer(journey.register(at.set(), at.viewer().actor()), at, then);
    }

    @PostMapping("/forms/{id:\\d+}/return")
    String sendBack(AtForm at, @RequestParam Map<String, String> sent, RedirectAttributes then) {
        Map<String, String> remarks = new LinkedHashMap<>();
        sent.forEach((name, text) -> {
            String column = name.startsWith("remark.") ? name.substring("remark.".length()) : null;
            if (column != null
                    && !text.isBlank()
                    && (column.isEmpty() || FormField.byColumn(column).isPresent())) {
                remarks.merge(column, text.strip(), (a, b) -> a + "; " + b);
            }
        });
        for (String row : List.of("", "2", "3")) {
            String more = sent.getOrDefault("more" + row, "");
            if (!more.isBlank()) {
                remarks.merge(
                        FormField.byColumn(sent.getOrDefault("moreField" + row, ""))
                                .map(FormField::column)
                                .orElse(""),
                        more.strip(),
                        (a, b) -> a + "; " + b);
            }
        }
        if (meanwhile.missed(at)) {
            return stale("return", at);
        }
        if (remarks.isEmpty()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.return.no-remark"), at, "return");
        }
        if (remarks.values().stream().anyMatch(FormSteps::isTooLong)) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.form.too-long"), at, "return");
        }
        return answer(
                desk.sendBack(
                        new Remarks(at.id(), remarks),
                        say.text("web.holding.returned"),
                        at.viewer().actor()),
                at,
                then);
    }

    @PostMapping("/forms/{id:\\d+}/cancel")
    String cancel(
            AtForm at,
            @RequestParam CancelReason why,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String word,
            RedirectAttributes then) {
        if (meanwhile.missed(at)) {
            return stale("cancel", at);
        }
        if (!word.strip().equalsIgnoreCase(say.text("web.cancel.word"))) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.cancel.no-word"), at, "cancel");
        }
        if (isTooLong(note)) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.form.too-long"), at, "cancel");
        }
        return answer(detours.cancel(at.set(), why, note.strip(), at.viewer().actor()), at, then);
    }

    @PostMapping("/forms/{id:\\d+}/hold")
    String hold(
            AtForm at,
            @RequestParam HoldFor.Whom whom,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam Map<String, String> sent,
            RedirectAttributes then) {
        if (meanwhile.missed(at)) {
            return stale("hold", at);
        }
        Optional<CivilStatusCase> asked = asked(whom, sent);
        if (reason.isBlank() || (asked.isPresent() && asked.get().ground().isBlank())) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.reason.missing"), at, "hold");
        }
        if (sent.values().stream().anyMatch(FormSteps::isTooLong)) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.form.too-long"), at, "hold");
        }
        return answer(
                detours.hold(
                        at.set(),
                        new HoldFor(whom, reason.strip(), until, asked.orElse(null)),
                        at.viewer().actor()),
                at,
                then);
    }

    /** What the civil-status office is asked; empty when the form waits for somebody else, or nobody said. */
    private static Optional<CivilStatusCase> asked(HoldFor.Whom whom, Map<String, String> sent) {
        if (whom != HoldFor.Whom.CIVIL_STATUS_CORRECTION) {
            return Optional.empty();
        }
        String word = sent.getOrDefault("asked", "");
        return Arrays.stream(CivilStatusCase.Asked.values())
                .filter(asked -> asked.name().equals(word))
                .findFirst()
                .map(asked -> new CivilStatusCase(
                        asked,
                        FormField.byColumn(sent.getOrDefault("item", ""))
                                .map(FormField::column)
                                .orElse(""),
                        sent.getOrDefault("shouldBe", "").strip(),
                        sent.getOrDefault("ground", "").strip(),
                        sent.getOrDefault("papers", "").strip()));
    }

    static boolean isTooLong(String text) {
        return text.length() > Comments.LONGEST;
    }

    @PostMapping("/forms/{id:\\d+}/resume")
    String resume(AtForm at, RedirectAttributes then) {
        if (meanwhile.missed(at)) {
            return stale("", at);
        }
        return answer(detours.resume(at.set(), at.viewer().actor()), at, then);
    }

    /** The written reason that lifts a finding which asks for an explanation. */
    @PostMapping("/forms/{id:\\d+}/explain")
    String explain(
            AtForm at,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes then) {
        if (forms.find(at.id(), at.viewer().actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        if (meanwhile.missed(at)) {
            return stale("", at);
        }
        if (isTooLong(reason)) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.form.too-long"), at);
        }
        if (reason.isBlank()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.reason.missing"), at);
        }
        if (!quality.lift(at.id(), code, field, reason, at.viewer().actor())) {
            return refused(HttpStatus.CONFLICT, say.text("web.explain.refused"), at);
        }
        then.addFlashAttribute("done", say.text("web.explain.done"));
        return back(at);
    }

    /** A second officer has seen the card: the number truly stands on it. */
    @PostMapping("/forms/{id:\\d+}/confirm-number")
    String confirmNumber(AtForm at, @RequestParam(defaultValue = "") String reason, RedirectAttributes then) {
        if (forms.find(at.id(), at.viewer().actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        if (meanwhile.missed(at)) {
            return stale("", at);
        }
        if (isTooLong(reason)) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.form.too-long"), at);
        }
        if (reason.isBlank()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, say.text("web.reason.missing"), at);
        }
        ConfirmNumberResult result =
                quality.confirmNumber(at.id(), reason, at.viewer().actor());
        if (result instanceof ConfirmNumberResult.Confirmed) {
            then.addFlashAttribute("done", say.text("web.confirm-number.done"));
            return back(at);
        }
        return result instanceof ConfirmNumberResult.SameEyes
                ? refused(HttpStatus.FORBIDDEN, say.text("web.confirm-number.same-eyes"), at)
                : refused(HttpStatus.CONFLICT, say.text("web.confirm-number.nothing"), at);
    }

    private String answer(StepReport report, AtForm at, RedirectAttributes then) {
        Optional<Refusal> why = report.refusalOf(at.id());
        if (why.isEmpty()) {
            told.set(report, then);
            return back(at);
        }
        if (why.get() == Refusal.NOT_FOUND) {
            throw new NoSuchPageException();
        }
        return refused(HttpStatus.valueOf(why.get().httpStatus()), say.text("refusal." + why.get()), at);
    }

    private String refused(HttpStatus status, String sentence, AtForm at) {
        return refused(status, sentence, at, "");
    }

    /** The page again, with the sheet open that was sent and all that was typed in it. */
    private String refused(HttpStatus status, String sentence, AtForm at, String sheet) {
        at.response().setStatus(status.value());
        at.model().addAttribute("refused", sentence);
        at.model().addAttribute("sheet", sheet);
        Meanwhile.keep(at.request(), at.model());
        return view.fill(at.id(), at.viewer(), at.request(), at.model()) ? "form" : "purpose";
    }

    /** Somebody was faster: what happened meanwhile, and nothing of this page is taken. */
    private String stale(String sheet, AtForm at) {
        return refused(HttpStatus.CONFLICT, say.text("web.form.meanwhile"), at, sheet);
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

    private static String back(AtForm at) {
        return back(at.id(), at.request());
    }
}
