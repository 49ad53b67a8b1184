package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.intake.StoredVersion;
import vn.dancu.journey.CorrectForm;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.StepReport;
import vn.dancu.journey.StepTaken;
import vn.dancu.quality.FindingRow;
import vn.dancu.quality.QualityService;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.verification.Verification;
import vn.dancu.verification.Visit;

/**
 * {@code /forms/{id}/correct} (Chỉnh sửa): a new version of a form, on evidence, and how the paper was put right. Remarks of
 * a return stand at their fields. Who saves a version that somebody else has corrected meanwhile is shown what the other
 * one wrote, and keeps what she typed.
 */
@Controller
class CorrectPage {
    private static final int LONGEST_ITEM = 1_000;
    private static final int LONGEST_GROUND = 300;

    private final Forms forms;
    private final QualityService quality;
    private final Verification verification;
    private final PathView path;
    private final StepDesk desk;
    private final EvidenceWords words;
    private final Meanwhile meanwhile;
    private final Told told;
    private final Say say;

    CorrectPage(
            Forms forms,
            QualityService quality,
            Verification verification,
            PathView path,
            StepDesk desk,
            EvidenceWords words,
            Meanwhile meanwhile,
            Told told,
            Say say) {
        this.forms = forms;
        this.quality = quality;
        this.verification = verification;
        this.path = path;
        this.desk = desk;
        this.words = words;
        this.meanwhile = meanwhile;
        this.told = told;
        this.say = say;
    }

    /** What somebody else wrote into an item while this officer wrote something else into it. */
    public record Crossed(String by, String at, @Nullable String value) {}

    /** With {@code take=visit} what the last visit found stands in the fields, and its paper as the ground; nothing is saved. */
    @GetMapping("/forms/{id:\\d+}/correct")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String take,
            Viewer viewer,
            HttpServletRequest request,
            Model model) {
        StoredForm stored = forms.find(new FormId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        return page(stored, take.equals("visit") ? asVisited(stored, model) : stored.form(), request, model);
    }

    private CollectionForm asVisited(StoredForm stored, Model model) {
        CollectionForm form = stored.form();
        String paper = "";
        for (Map.Entry<FormField, Visit.Answer> found :
                verification.foundWrong(stored.id()).entrySet()) {
            form = form.with(found.getKey(), found.getValue().value());
            String shown = found.getValue().paper();
            paper = paper.isEmpty() && shown != null ? shown : paper;
        }
        model.addAttribute("kept", Map.of("evidence", paper));
        return form;
    }

    private String page(StoredForm stored, CollectionForm shown, HttpServletRequest request, Model model) {
        model.addAttribute("id", stored.id().value());
        model.addAttribute("version", stored.version());
        model.addAttribute("seen", Meanwhile.lastOf(path.steps(stored.id())));
        model.addAttribute("paper", shown);
        model.addAttribute("sections", EntryFields.SECTIONS);
        model.addAttribute("q", request.getParameter("q"));
        List<FindingRow> standing = quality.rows(stored.id()).stream()
                .filter(row -> !row.isLifted())
                .toList();
        model.addAttribute("standing", standing);
        model.addAttribute("returned", path.remarks(FormSet.of(stored.id())).get(stored.id()));
        model.addAttribute("visited", verification.foundWrong(stored.id()).keySet());
        model.addAttribute("repairs", CorrectForm.PaperRepair.values());
        model.addAttribute("kinds", words.kinds());
        if (!model.containsAttribute("kept")) {
            model.addAttribute("kept", Map.of());
        }
        if (!model.containsAttribute("crossed")) {
            model.addAttribute("crossed", Map.of());
        }
        return "correct";
    }

    @PostMapping("/forms/{id:\\d+}/correct")
    String correct(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam CorrectForm.PaperRepair paper,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        StoredForm stored = forms.find(new FormId(id), viewer.actor()).orElseThrow(NoSuchPageException::new);
        List<StoredVersion> versions = forms.versions(stored.id(), viewer.actor());
        CollectionForm base = versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(StoredVersion::form)
                .orElse(stored.form());
        Map<FormField, Optional<String>> typed = typed(base, sent);
        CollectionForm changed = over(stored.form(), typed);
        Meanwhile.keep(request, model);
        if (stored.version() != version) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", say.text("web.form.meanwhile"));
            model.addAttribute("meanwhile", meanwhile.since(stored.id(), request));
            model.addAttribute("crossed", crossed(typed, version, versions));
            return page(stored, changed, request, model);
        }
        List<StepTaken> others = meanwhile.since(stored.id(), request);
        if (!others.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", say.text("web.form.meanwhile"));
            model.addAttribute("meanwhile", others);
            return page(stored, changed, request, model);
        }
        Optional<String> wrong = wrong(sent, base, changed);
        if (wrong.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", say.text(wrong.get()));
            return page(stored, changed, request, model);
        }
        StepReport report =
                desk.correct(new CorrectForm(stored.id(), version, changed, paper, papers(sent)), viewer.actor());
        Optional<Refusal> why = report.refusalOf(stored.id());
        if (why.isPresent()) {
            response.setStatus(why.get().httpStatus());
            told.refused(why.get(), model);
            return page(stored, changed, request, model);
        }
        told.set(report, then);
        return FormSteps.back(stored.id(), request);
    }

    /** Key of the sentence that says what is missing or wrong; empty when the correction may be saved. */
    private Optional<String> wrong(Map<String, String> sent, CollectionForm base, CollectionForm changed) {
        if (sent.getOrDefault("evidence", "").isBlank()) {
            return Optional.of("web.correct.no-evidence");
        }
        if (changed.equals(base)) {
            return Optional.of("web.correct.no-change");
        }
        boolean endless = sent.entrySet().stream()
                .anyMatch(item -> item.getValue().length()
                        > (item.getKey().startsWith("evidence") ? LONGEST_GROUND : LONGEST_ITEM));
        if (endless) {
            return Optional.of("web.correct.too-long");
        }
        return isDay(sent.getOrDefault("evidenceDate", "")) ? Optional.empty() : Optional.of("web.correct.date-wrong");
    }

    private static boolean isDay(String text) {
        return text.isBlank() || day(text) != null;
    }

    private static @Nullable LocalDate day(String text) {
        return TypedDay.of(text).orElse(null);
    }

    private List<Evidence> papers(Map<String, String> sent) {
        return List.of(new Evidence(
                words.code(sent.getOrDefault("evidence", "").strip()),
                blankToNull(sent.get("evidenceNo")),
                blankToNull(sent.get("evidenceIssuer")),
                day(sent.getOrDefault("evidenceDate", ""))));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Items that the officer wrote otherwise than the version that she had before her; those not sent stay as they are. */
    private Map<FormField, Optional<String>> typed(CollectionForm base, Map<String, String> sent) {
        Map<FormField, Optional<String>> typed = new EnumMap<>(FormField.class);
        for (FormField field : FormField.values()) {
            String value = sent.get(field.column());
            if (value != null) {
                String written = value.isBlank() ? null : value.strip();
                String before = base.written(field);
                if (!Objects.equals(written, before) && !Objects.equals(written, say.toCorrect(field, before))) {
                    typed.put(field, Optional.ofNullable(written));
                }
            }
        }
        return typed;
    }

    private static CollectionForm over(CollectionForm now, Map<FormField, Optional<String>> typed) {
        CollectionForm form = now;
        for (Map.Entry<FormField, Optional<String>> item : typed.entrySet()) {
            form = form.with(item.getKey(), item.getValue().orElse(null));
        }
        return form;
    }

    /** By column: what later versions say of the items that this officer wrote too. */
    private Map<String, Crossed> crossed(
            Map<FormField, Optional<String>> typed, int version, List<StoredVersion> versions) {
        Map<String, Crossed> crossed = new LinkedHashMap<>();
        List<StoredVersion> later = new ArrayList<>(versions);
        later.removeIf(one -> one.version() <= version);
        for (StoredVersion one : later) {
            one.changes().forEach(change -> {
                if (typed.containsKey(change.field())) {
                    crossed.put(
                            change.field().column(),
                            new Crossed(one.createdBy(), say.time(one.createdAt()), change.after()));
                }
            });
        }
        return crossed;
    }
}
