package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.audit.AuditEntry;
import vn.dancu.audit.AuditQuestion;
import vn.dancu.audit.AuditTrail;
import vn.dancu.web.db.FormKeys;

/** {@code /audit} (Nhật ký truy cập), for the auditor: reading it is an act with a purpose too. */
@Controller
class AuditPage {
    private static final int A_PAGE = 100;

    private final AuditTrail trail;
    private final FormKeys forms;
    private final Say say;

    AuditPage(AuditTrail trail, FormKeys forms, Say say) {
        this.trail = trail;
        this.forms = forms;
        this.say = say;
    }

    @GetMapping("/audit")
    String show(
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long olderThan,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("purpose", purpose);
        model.addAttribute("actor", actor);
        model.addAttribute("object", object);
        model.addAttribute("kind", kind);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        if (purpose.isBlank()) {
            return "audit";
        }
        // An auditor has the number of a form in her hand, not its key.
        Optional<Long> form = object.isBlank() ? Optional.empty() : forms.byNumber(object);
        AuditQuestion question = new AuditQuestion(
                blankIsNull(actor),
                form.isPresent() ? "form" : null,
                form.map(String::valueOf).orElse(blankIsNull(object)),
                Optional.of(kind)
                        .filter(word -> word.equals("ACT") || word.equals("VIEW"))
                        .map(AuditEntry.Kind::valueOf)
                        .orElse(null),
                from == null ? null : from.atStartOfDay(Say.VIETNAM).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(Say.VIETNAM).toInstant(),
                olderThan,
                A_PAGE);
        AuditTrail.Answer answer = trail.read(question, viewer.actor(), purpose.strip());
        if (answer instanceof AuditTrail.Answer.Entries found) {
            List<AuditEntry> entries = found.entries();
            model.addAttribute("entries", entries.stream().map(this::told).toList());
            model.addAttribute(
                    "older",
                    entries.size() == A_PAGE ? entries.get(entries.size() - 1).id() : null);
        } else {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("refused", say.text("refusal.WRONG_ROLE"));
        }
        return "audit";
    }

    /** @param act what was done, or which screen was seen */
    public record Line(AuditEntry entry, String act, String object) {}

    private Line told(AuditEntry entry) {
        return new Line(
                entry,
                say.known("audit.act." + entry.act())
                        .or(() -> say.known("step." + entry.act()))
                        .orElse(entry.act()),
                say.known("audit.kind." + entry.objectKind()).orElse(entry.objectKind()));
    }

    private static @Nullable String blankIsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
