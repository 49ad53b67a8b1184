package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.Queue;
import vn.dancu.journey.Refusal;
import vn.dancu.shared.FormId;
import vn.dancu.verification.Sheet;
import vn.dancu.verification.Visit;
import vn.dancu.verification.VisitReport;

/** {@code /verification/{form}}: what one visit found of one form, without a sheet of the household. */
@Controller
class VerificationPage {
    private final VerificationDesk desk;
    private final Forms forms;
    private final AuditLog audit;
    private final Say say;
    private final Clock clock;

    VerificationPage(VerificationDesk desk, Forms forms, AuditLog audit, Say say, Clock clock) {
        this.desk = desk;
        this.forms = forms;
        this.audit = audit;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/verification/{id:\\d+}")
    String visit(@PathVariable long id, Viewer viewer, Model model) {
        StoredForm stored = forms.find(new FormId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        audit.view(
                viewer.actor(),
                "visit",
                "form",
                String.valueOf(id),
                say.text("web.menu.queue") + ": " + say.text("web.queue." + Queue.TO_VERIFY));
        model.addAttribute("id", id);
        model.addAttribute("form", stored.form());
        model.addAttribute("version", stored.version());
        model.addAttribute("asked", Sheet.ASKED);
        model.addAttribute("now", say.time(clock.instant()));
        return "visit";
    }

    @PostMapping("/verification/{id:\\d+}")
    String record(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String visitor,
            @RequestParam LocalDateTime visitedAt,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        FormId form = new FormId(id);
        if (forms.find(form, viewer.actor()).isEmpty()) {
            throw new NoSuchPageException();
        }
        Instant at = visitedAt.atZone(Say.VIETNAM).toInstant();
        String officer = visitor.isBlank() ? viewer.login() : visitor.strip();
        List<String> unclear = new ArrayList<>();
        Visit visit = new Visit(form, version, officer, at, answers(sent, unclear));
        if (!unclear.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text("web.visit.value-missing"));
            model.addAttribute("refusedLines", unclear);
            return visit(id, viewer, model);
        }
        VerificationDesk.Visited result = desk.visit(visit, viewer.actor());
        if (!result.visit().refused().isEmpty()) {
            VisitReport.Why why = result.visit().refused().get(0).why();
            response.setStatus(
                    switch (why) {
                        case NOT_FOUND -> HttpStatus.NOT_FOUND.value();
                        case WRONG_ROLE, VISITOR_COLLECTED_IT -> HttpStatus.FORBIDDEN.value();
                        case STALE_VERSION -> HttpStatus.CONFLICT.value();
                        case IN_THE_FUTURE -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                    });
            model.addAttribute("refused", say.text("web.visit.refused." + why));
            return visit(id, viewer, model);
        }
        Optional<Refusal> refusal = Optional.ofNullable(result.report()).flatMap(report -> report.refusalOf(form));
        if (refusal.isPresent()) {
            then.addFlashAttribute("refused", say.text("refusal." + refusal.get()));
        } else {
            then.addFlashAttribute(
                    "done", say.text("web.visit.done", Map.of("outcome", say.text("verification." + visit.outcome()))));
        }
        return "redirect:/verification";
    }

    private Map<FormField, Visit.Answer> answers(Map<String, String> sent, List<String> unclear) {
        Map<FormField, Visit.Answer> answers = new EnumMap<>(FormField.class);
        for (FormField field : Sheet.ASKED) {
            String kind = sent.getOrDefault("answer." + field.column(), "");
            String value = text(sent.get("value." + field.column()));
            switch (kind) {
                case "AGREE" -> answers.put(field, Visit.Answer.AGREE);
                case "DIFFER" -> {
                    if (value == null) {
                        unclear.add(say.field(field));
                    } else {
                        answers.put(field, Visit.Answer.differ(value, text(sent.get("paper." + field.column()))));
                    }
                }
                default -> answers.put(field, Visit.Answer.NOT_MET);
            }
        }
        return answers;
    }

    private static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }
}
