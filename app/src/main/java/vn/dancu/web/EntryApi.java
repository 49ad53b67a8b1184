package vn.dancu.web;

import jakarta.servlet.http.HttpSession;
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
import vn.dancu.reconciliation.Arrivals;
import vn.dancu.reconciliation.KnownPeople;
import vn.dancu.web.db.HouseholdQueries;

/** What the page of keying asks while a paper is typed; answers are small and of the officer's area. */
@RestController
class EntryApi {
    private static final int NUMBERED = 9;
    private static final double NEARLY_SURE = .99;
    private static final double LIKELY = .9;

    private final QualityService quality;
    private final Drafts drafts;
    private final Forms forms;
    private final HouseholdQueries households;
    private final UnitNames units;
    private final Arrivals arrivals;
    private final AuditLog audit;
    private final Say say;

    EntryApi(
            QualityService quality,
            Drafts drafts,
            Forms forms,
            HouseholdQueries households,
            UnitNames units,
            Arrivals arrivals,
            AuditLog audit,
            Say say) {
        this.quality = quality;
        this.drafts = drafts;
        this.forms = forms;
        this.households = households;
        this.units = units;
        this.arrivals = arrivals;
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

    /**
     * Who may already be here.
     *
     * @param state of {@link KnownPeople.State}
     */
    public record Known(String state, String told, List<KnownPerson> people) {}

    /**
     * @param kind {@code form}, {@code residence-book} or {@code archive}
     * @param title the kind with the number; of another area, that it is there
     * @param href where to compare; empty where there is nothing to open
     */
    public record KnownPerson(String kind, String title, String name, String rest, String likely, String href) {}

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

    /** Asked once a name and a birth date, or a number, are typed. */
    @PostMapping("/api/desk/known")
    Known known(@RequestParam Map<String, String> sent, Viewer viewer, HttpSession session) {
        CollectionForm typed = TypedPaper.of(sent).form();
        KnownPeople known = arrivals.lookUp(
                typed, ToldPapers.of(session).told(typed, sent), say.text("web.purpose.entry-known"), viewer.actor());
        String told = known.state() == KnownPeople.State.TOO_LARGE ? say.text("web.entry.known-too-large") : "";
        return new Known(
                known.state().name(),
                told,
                known.people().stream().map(this::known).toList());
    }

    private KnownPerson known(KnownPeople.Person person) {
        String kind = person.source().code();
        String likely = say.text("web.entry.likely." + likely(person.probability()));
        KnownPeople.Known record = person.record();
        if (record == null) {
            return new KnownPerson(
                    kind, say.text("web.source." + kind), say.text("web.entry.other-area"), "", likely, "");
        }
        List<String> rest = new ArrayList<>();
        rest.add(say.date(record.birthDate()));
        rest.add(say.unit(record.communeCode()));
        rest.removeIf(String::isBlank);
        return new KnownPerson(
                kind,
                say.text("web.source." + kind) + " " + record.number(),
                record.name() == null ? "—" : record.name(),
                String.join(" · ", rest),
                likely,
                record.form() == null ? "" : "/forms/" + record.form().value() + "/compare?p=re-check");
    }

    private static String likely(double probability) {
        if (probability >= NEARLY_SURE) {
            return "sure";
        }
        return probability >= LIKELY ? "likely" : "maybe";
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
            seen.add(String.valueOf(person.entryId()));
        }
        if (!seen.isEmpty()) {
            audit.viewEach(viewer.actor(), "entry", "residence-entry", seen, say.text("web.purpose.entry"));
        }
        return missing;
    }
}
