package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.PathView;
import vn.dancu.shared.FormId;

/** {@code /forms/{id}/sheet}: one form on one A4 page, with who printed it and when. */
@Controller
class FormSheetPage {
    private final Forms forms;
    private final PathView path;
    private final Purposes purposes;
    private final AuditLog audit;
    private final Clock clock;

    FormSheetPage(Forms forms, PathView path, Purposes purposes, AuditLog audit, Clock clock) {
        this.forms = forms;
        this.path = path;
        this.purposes = purposes;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/forms/{id:\\d+}/sheet")
    @Transactional
    public String show(@PathVariable long id, Viewer viewer, HttpServletRequest request, Model model) {
        FormId form = new FormId(id);
        StoredForm stored = forms.find(form, viewer.actor()).orElseThrow(NoSuchPageException::new);
        Optional<String> purpose = purposes.of(
                form,
                request.getParameter("q"),
                request.getParameter("from"),
                request.getParameter("p"),
                request.getSession());
        model.addAttribute("id", id);
        model.addAttribute("purposes", Purposes.WORDS);
        if (purpose.isEmpty()) {
            return "purpose";
        }
        audit.view(viewer.actor(), "form-sheet", "form", String.valueOf(id), purpose.get());
        model.addAttribute("form", stored.form());
        model.addAttribute("version", stored.version());
        model.addAttribute("state", path.state(form, viewer.actor()).orElseThrow(NoSuchPageException::new));
        model.addAttribute("sections", EntryFields.SECTIONS);
        model.addAttribute(
                "returned", path.remarks(vn.dancu.shared.FormSet.of(form)).get(form));
        model.addAttribute("purpose", purpose.get());
        model.addAttribute("now", clock.instant());
        return "form-sheet";
    }
}
