package vn.dancu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.Drafts;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.quality.FindingRow;
import vn.dancu.quality.QualityService;
import vn.dancu.web.db.HouseholdQueries;

/** What the page of keying asks while a paper is typed; answers are small and of the officer's area. */
@RestController
class EntryApi {
    private static final int NUMBERED = 9;

    private final QualityService quality;
    private final Drafts drafts;
    private final Forms forms;
    private final HouseholdQueries households;
    private final UnitNames units;
    private final AuditLog audit;
    private final Say say;

    EntryApi(
            QualityService quality,
            Drafts drafts,
            Forms forms,
            HouseholdQueries households,
            UnitNames units,
            AuditLog audit,
            Say say) {
        this.quality = quality;
        this.drafts = drafts;
        this.forms = forms;
        this.households = households;
        this.units = units;
        this.audit = audit;
        this.say = say;
    }

    /** A finding under the field. */
    public record Said(String field, String code, String severity, String text) {}

    /** Somebody of the household; {@code items} only for who has no form yet. */
    public record Person(
            String name,
            String birth,
            String relation,
            @Nullable String formNo,
            Map<String, String> items) {}

    public record Household(List<Person> members, List<Person> missing) {}

    public record DraftKept(long id) {}

    public record Unit(String name) {}

    public record Session(String login, String parameter, String token) {}

    /** Whether the session still stands, and the token that a form must carry. */
    @GetMapping("/api/session")
    Session session(Viewer viewer, CsrfToken token) {
        return new Session(viewer.login(), token.getParameterName(), token.getToken());
    }

    @PostMapping("/api/desk/check")
    List<Said> check(@RequestParam Map<String, String> sent) {
        CollectionForm draft = TypedPaper.of(sent).form();
        List<Said> said = new ArrayList<>();
        for (FindingRow row : quality.rowsWhileTyping(draft)) {
            said.add(new Said(
                    row.finding().field(),
                    row.finding().code(),
                    row.finding().severity().name(),
                    row.message(Say.locale())));
        }
        return said;
    }

    @PostMapping("/api/desk/draft")
    DraftKept keep(@RequestParam Map<String, String> sent, Viewer viewer) {
        TypedPaper paper = TypedPaper.of(sent);
        String known = sent.getOrDefault("draft", "");
        if (known.matches("\\d{1,18}")) {
            long id = Long.parseLong(known);
            if (drafts.save(id, paper.form(), paper.copied(), viewer.actor())) {
                return new DraftKept(id);
            }
        }
        return new DraftKept(drafts.begin(paper.form(), paper.copied(), viewer.actor()));
    }

    @GetMapping("/api/desk/unit")
    Unit unit(@RequestParam String code) {
        String name = units.name(code.strip());
        return new Unit(name.equals(code.strip()) ? "" : name);
    }

    @GetMapping("/api/desk/household")
    Household household(@RequestParam Map<String, String> sent, Viewer viewer) {
        CollectionForm asked = TypedPaper.of(sent).form();
        String key = asked.householdKey();
        if (key == null) {
            return new Household(List.of(), List.of());
        }
        List<Person> members = new ArrayList<>();
        for (StoredForm stored : forms.household(key, viewer.actor())) {
            CollectionForm form = stored.form();
            members.add(new Person(
                    form.fullName().written(),
                    say.date(form.written(FormField.BIRTH_DATE)),
                    say.value(FormField.RELATION_TO_HEAD, form.written(FormField.RELATION_TO_HEAD)),
                    form.formNo(),
                    Map.of()));
        }
        String book = asked.written(FormField.HOUSEHOLD_BOOK_NO);
        return new Household(members, book == null ? List.of() : missing(book, viewer));
    }

    private List<Person> missing(String book, Viewer viewer) {
        List<Person> missing = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (HouseholdQueries.Missing person :
                households.missing(List.of(book), viewer.actor().scope()).getOrDefault(book, List.of())) {
            Map<String, String> items = new java.util.HashMap<>(person.items());
            items.replaceAll(say::typed);
            missing.add(new Person(
                    person.fullName() == null ? "" : person.fullName(),
                    say.date(person.birthDate()),
                    say.value("relation_to_head", person.relation()),
                    null,
                    missing.size() < NUMBERED ? items : Map.of()));
            seen.add(person.entryNo());
        }
        if (!seen.isEmpty()) {
            audit.viewEach(viewer.actor(), "entry", "residence-entry", seen, say.text("web.purpose.entry"));
        }
        return missing;
    }
}
