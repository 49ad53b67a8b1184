package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.StepReport;
import vn.dancu.quality.FindingRow;
import vn.dancu.quality.QualityService;
import vn.dancu.shared.FormId;

/** {@code /forms/{id}/correct} (Chỉnh sửa): a new version of a form, on evidence, and how the paper was put right. */
@Controller
class CorrectPage {
    private final Forms forms;
    private final QualityService quality;
    private final StepDesk desk;
    private final Told told;
    private final Say say;

    CorrectPage(Forms forms, QualityService quality, StepDesk desk, Told told, Say say) {
        this.forms = forms;
        this.quality = quality;
        this.desk = desk;
        this.told = told;
        this.say = say;
    }

    @GetMapping("/forms/{id:\\d+}/correct")
    String show(@PathVariable long id, Viewer viewer, HttpServletRequest request, Model model) {
        StoredForm stored = forms.find(new FormId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        return page(stored, stored.form(), stored.version(), request, model);
    }

    private String page(StoredForm stored, CollectionForm shown, int version, HttpServletRequest request, Model model) {
        model.addAttribute("id", stored.id().value());
        model.addAttribute("version", version);
        model.addAttribute("paper", shown);
        model.addAttribute("sections", EntryFields.SECTIONS);
        model.addAttribute("q", request.getParameter("q"));
        List<FindingRow> standing = quality.rows(stored.id()).stream()
                .filter(row -> !row.isLifted())
                .toList();
        model.addAttribute("standing", standing);
        model.addAttribute("repairs", CorrectForm.PaperRepair.values());
        return "correct";
    }

    @PostMapping("/forms/{id:\\d+}/correct")
    String correct(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam CorrectForm.PaperRepair paper,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        StoredForm stored = forms.find(new FormId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        CollectionForm changed = changed(stored.form(), sent);
        Set<String> grounds = new TreeSet<>(Arrays.stream(evidence.split("[,;]"))
                .map(String::strip)
                .filter(ground -> !ground.isEmpty())
                .toList());
        if (grounds.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text("web.correct.no-evidence"));
            return page(stored, changed, version, request, model);
        }
        if (changed.equals(stored.form())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text("web.correct.no-change"));
            return page(stored, changed, version, request, model);
        }
        StepReport report =
                desk.correct(new CorrectForm(stored.id(), version, changed, paper, grounds), viewer.actor());
        Optional<Refusal> why = report.refusalOf(stored.id());
        if (why.isPresent()) {
            response.setStatus(why.get().httpStatus());
            told.refused(why.get(), model);
            return page(stored, changed, stored.version(), request, model);
        }
        told.set(report, then);
        return FormSteps.back(stored.id(), request);
    }

    /** Items that the page did not send stay as they are. */
    private static CollectionForm changed(CollectionForm before, Map<String, String> sent) {
        CollectionForm form = before;
        for (FormField field : FormField.values()) {
            String value = sent.get(field.column());
            if (value != null) {
                form = form.with(field, value.isBlank() ? null : value.strip());
            }
        }
        return form;
    }
}
