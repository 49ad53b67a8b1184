package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import vn.dancu.civil.form.FormVersion;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.intake.Draft;
import vn.dancu.intake.Drafts;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** {@code /forms/new} (Nhập phiếu): a paper typed by keyboard alone, household by household. */
@Controller
class EntryPage {
    private final Forms forms;
    private final Drafts drafts;
    private final EntryDesk desk;
    private final Say say;
    private final Clock clock;

    EntryPage(Forms forms, Drafts drafts, EntryDesk desk, Say say, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.desk = desk;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/forms/new")
    String show(
            @RequestParam(required = false) @Nullable Long draft,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String book,
            Viewer viewer,
            Model model) {
        if (draft != null) {
            Draft kept = drafts.find(draft, viewer.actor()).orElseThrow(NoSuchPageException::new);
            return page(new TypedPaper(kept.form(), kept.copied()), draft, Map.of(), viewer, model);
        }
        TypedPaper paper = Optional.ofNullable(after)
                .flatMap(key -> forms.find(new FormId(key), viewer.actor()))
                .map(StoredForm::form)
                .map(TypedPaper::after)
                .orElseGet(() -> first(viewer, book));
        return page(paper, null, Map.of(), viewer, model);
    }

    /** A paper with what is known of any paper of this officer: today, himself, his ward or his group. */
    private TypedPaper first(Viewer viewer, @Nullable String book) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        Map<String, String> items = new HashMap<>();
        items.put(FormField.COLLECTED_ON.column(), say.day(today));
        items.put(FormField.COLLECTOR.column(), viewer.login());
        items.put(FormField.NATIONALITY.column(), "Việt Nam");
        FormVersions.builtIn()
                .inForce(FormVersions.COLLECTION_FORM, today)
                .map(FormVersion::id)
                .ifPresent(version -> items.put(FormField.FORM_VERSION.column(), version));
        AreaScope scope = viewer.actor().scope();
        if (scope.groups().size() == 1 && scope.communes().isEmpty()) {
            String[] place = scope.groups().iterator().next().split("/", 2);
            items.put(FormField.COMMUNE_CODE.column(), place[0]);
            items.put(FormField.RESIDENTIAL_GROUP.column(), place.length > 1 ? place[1] : "");
        } else if (scope.communes().size() == 1) {
            items.put(
                    FormField.COMMUNE_CODE.column(), scope.communes().iterator().next());
        }
        if (book != null) {
            items.put(FormField.HOUSEHOLD_BOOK_NO.column(), book);
        }
        return TypedPaper.of(items);
    }

    private String page(TypedPaper paper, @Nullable Long draft, Map<String, String> wrong, Viewer viewer, Model model) {
        model.addAttribute("sections", EntryFields.SECTIONS);
        model.addAttribute("paper", paper.form());
        model.addAttribute("copied", paper.copied());
        model.addAttribute("draft", draft);
        model.addAttribute("wrong", wrong);
        List<Draft> others = new ArrayList<>(drafts.of(viewer.actor()));
        others.removeIf(other -> draft != null && other.id() == draft);
        model.addAttribute("drafts", others);
        return "entry";
    }

    @PostMapping("/forms/new")
    String save(
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes then) {
        TypedPaper paper = TypedPaper.of(sent);
        Long draft = number(sent.get("draft"));
        EntryDesk.Saved saved = desk.save(paper, draft, viewer.actor());
        if (saved.form() != null) {
            String name = paper.form().fullName().written();
            then.addFlashAttribute(
                    "done",
                    say.text(
                            saved.blocking() > 0 ? "web.entry.saved-blocked" : "web.entry.saved",
                            Map.of(
                                    "no", paper.form().formNo(),
                                    "name", name.isBlank() ? "—" : name,
                                    "n", String.valueOf(saved.blocking()))));
            then.addFlashAttribute("doneLink", "/forms/" + saved.form().value());
            return "open".equals(sent.get("then"))
                    ? "redirect:/forms/" + saved.form().value()
                    : "redirect:/forms/new?after=" + saved.form().value();
        }
        response.setStatus(
                saved.refusal().equals("OUTSIDE_AREA") ? HttpStatus.FORBIDDEN.value() : HttpStatus.CONFLICT.value());
        String field = saved.refusal().equals("OUTSIDE_AREA") ? "commune_code" : "form_no";
        return page(paper, draft, Map.of(field, say.text("web.entry.refused." + saved.refusal())), viewer, model);
    }

    @PostMapping("/forms/drafts/{draft}/discard")
    String discard(@PathVariable long draft, Viewer viewer) {
        drafts.discard(draft, viewer.actor());
        return "redirect:/forms/new";
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }
}
