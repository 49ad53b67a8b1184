package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import vn.dancu.audit.AuditLog;
import vn.dancu.audit.AuditTrail;
import vn.dancu.intake.FieldChange;
import vn.dancu.intake.FormField;
import vn.dancu.intake.Forms;
import vn.dancu.intake.StoredForm;
import vn.dancu.intake.StoredVersion;
import vn.dancu.journey.Assignments;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.CivilStatusCase;
import vn.dancu.journey.Comment;
import vn.dancu.journey.Comments;
import vn.dancu.journey.FormState;
import vn.dancu.journey.HoldFor;
import vn.dancu.journey.PathView;
import vn.dancu.journey.Stage;
import vn.dancu.journey.Step;
import vn.dancu.journey.StepTaken;
import vn.dancu.keying.Keying;
import vn.dancu.quality.FindingRow;
import vn.dancu.quality.QualityService;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Severity;
import vn.dancu.web.db.QueueQueries;

/** Everything the page of one form shows; being shown is logged with its purpose. */
@Component
class FormView {
    static final List<Stage> PATH =
            List.of(Stage.COLLECTED, Stage.CHECKED, Stage.RECONCILED, Stage.APPROVED, Stage.REGISTERED);
    private static final int LATEST_VIEWS = 30;

    /** There a form stands in a row with others; nobody opened it. */
    static final Set<String> LISTS = Set.of(QueuePage.SEEN_IN_QUEUE, QueuePage.SEEN_IN_LIST, "search");

    private final Forms forms;
    private final PathView path;
    private final QualityService quality;
    private final QueueQueries queues;
    private final AuditLog audit;
    private final AuditTrail trail;
    private final Purposes purposes;
    private final Comments comments;
    private final Assignments assignments;
    private final OneClick oneClick;
    private final Keying keying;
    private final FormScans scans;

    FormView(
            Forms forms,
            PathView path,
            QualityService quality,
            QueueQueries queues,
            AuditLog audit,
            AuditTrail trail,
            Purposes purposes,
            Comments comments,
            Assignments assignments,
            OneClick oneClick,
            Keying keying,
            FormScans scans) {
        this.forms = forms;
        this.path = path;
        this.quality = quality;
        this.queues = queues;
        this.audit = audit;
        this.trail = trail;
        this.purposes = purposes;
        this.comments = comments;
        this.assignments = assignments;
        this.oneClick = oneClick;
        this.keying = keying;
        this.scans = scans;
    }

    /**
     * Fills the page.
     *
     * @return false when the address carries no purpose: the page asks for one and shows nothing of the person
     * @throws NoSuchPageException when there is no such form in the viewer's area
     */
    @Transactional
    boolean fill(FormId id, Viewer viewer, HttpServletRequest request, Model model) {
        StoredForm stored = forms.find(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        FormState state = path.state(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        Optional<String> purpose = purposes.of(
                id,
                request.getParameter("q"),
                request.getParameter("from"),
                request.getParameter("p"),
                request.getSession());
        model.addAttribute("id", id.value());
        model.addAttribute("purposes", Purposes.WORDS);
        if (purpose.isEmpty()) {
            return false;
        }
        audit.view(viewer.actor(), "form", "form", String.valueOf(id.value()), purpose.get());
        List<StoredVersion> versions = new ArrayList<>(forms.versions(id, viewer.actor()));
        List<FindingRow> findings = quality.rows(id);
        model.addAttribute("form", stored.form());
        model.addAttribute("version", stored.version());
        model.addAttribute("state", state);
        model.addAttribute("sections", EntryFields.SECTIONS);
        model.addAttribute("findings", findings);
        model.addAttribute("byField", byField(findings));
        model.addAttribute("keyedPapers", keying.ofForm(id, viewer.actor()));
        model.addAttribute("onPaper", keying.findingsOfForm(id, viewer.actor()));
        model.addAttribute("versions", versions);
        model.addAttribute(
                "copied",
                versions.isEmpty()
                        ? Set.of()
                        : versions.get(versions.size() - 1).copied());
        List<StepTaken> steps = path.steps(id);
        List<Comment> said = comments.of(id);
        model.addAttribute("steps", steps);
        model.addAttribute("seen", Meanwhile.lastOf(steps));
        model.addAttribute("comments", said);
        model.addAttribute("heard", Meanwhile.lastSaid(said));
        model.addAttribute("once", UUID.randomUUID().toString());
        model.addAttribute("longestComment", Comments.LONGEST);
        model.addAttribute("returned", path.remarks(FormSet.of(id)).get(id));
        model.addAttribute("offers", offers(id, stored, state, findings, purpose.get(), viewer));
        model.addAttribute("holding", assignments.of(id, viewer.actor()).orElse(null));
        model.addAttribute("holdings", assignments.history(id, viewer.actor()));
        model.addAttribute("holders", defaultHolders(stored, viewer));
        model.addAttribute("asked", CivilStatusCase.Asked.values());
        compareVersions(versions, request, model);
        if (!model.containsAttribute("kept")) {
            model.addAttribute("kept", Map.of());
        }
        model.addAttribute("views", trail.viewsOf("form", String.valueOf(id.value()), LISTS, LATEST_VIEWS));
        model.addAttribute("listed", trail.timesSeen("form", String.valueOf(id.value()), LISTS));
        model.addAttribute("queues", queues.queuesOf(id));
        model.addAttribute("outcome", queues.outcome(id).orElse(null));
        model.addAttribute("path", PATH);
        model.addAttribute("whoms", HoldFor.Whom.values());
        model.addAttribute("cancelReasons", CancelReason.values());
        model.addAttribute("may", may(viewer, state));
        model.addAttribute("q", request.getParameter("q"));
        model.addAttribute("purpose", purpose.get());
        model.addAttribute("sheets", scans.of(id, viewer, request));
        model.addAttribute("remarkable", remarkable(findings));
        return true;
    }

    /** Who answers for the form while nobody was named: the collectors of its residential group. */
    private List<String> defaultHolders(StoredForm stored, Viewer viewer) {
        String commune = Objects.requireNonNullElse(stored.form().written(FormField.COMMUNE_CODE), "");
        String group = Objects.requireNonNullElse(stored.form().written(FormField.RESIDENTIAL_GROUP), "");
        return assignments.holders(viewer.actor()).stream()
                .filter(holder -> holder.isCollectorOf(commune, group))
                .map(Assignments.Holder::login)
                .toList();
    }

    private Map<String, OneClick.Offer> offers(
            FormId id, StoredForm stored, FormState state, List<FindingRow> findings, String purpose, Viewer viewer) {
        return may(viewer, state).contains(Step.CORRECT.name())
                ? oneClick.of(id, stored.form(), findings, purpose, viewer)
                : Map.of();
    }

    /** Any two versions beside each other ({@code ?a=1&b=3}); nothing when they are not asked for. */
    private static void compareVersions(List<StoredVersion> versions, HttpServletRequest request, Model model) {
        Optional<StoredVersion> one = version(versions, request.getParameter("a"));
        Optional<StoredVersion> other = version(versions, request.getParameter("b"));
        if (one.isPresent() && other.isPresent()) {
            model.addAttribute("fromVersion", one.get().version());
            model.addAttribute("toVersion", other.get().version());
            model.addAttribute(
                    "between", FieldChange.between(one.get().form(), other.get().form()));
        }
    }

    private static Optional<StoredVersion> version(List<StoredVersion> versions, @Nullable String number) {
        return versions.stream()
                .filter(version -> String.valueOf(version.version()).equals(number))
                .findFirst();
    }

    /** Which steps this role may try from here; a step that is refused all the same says why. */
    static Set<String> may(Viewer viewer, FormState state) {
        Set<String> may = new LinkedHashSet<>();
        for (Step step : Step.values()) {
            boolean held = state.holdSince() != null;
            boolean fits = switch (step) {
                case RESUME -> held;
                case HOLD -> !held;
                case CHECK, RECONCILE, APPROVE, REGISTER, VERIFY -> !held;
                case COLLECT, PLAN_VERIFICATION, HAND_OVER, SCAN -> false;
                case RETURN, CORRECT, CANCEL -> true;
            };
            if (fits && step.by().contains(viewer.role()) && step.from().contains(state.stage())) {
                may.add(step.name());
            }
        }
        switch (state.verification()) {
            case PLANNED, NOT_MET -> {}
            case NOT_PLANNED, CONFIRMED, DIFFERED -> may.remove(Step.VERIFY.name());
        }
        switch (state.paper()) {
            case SCANNED -> {}
            case HELD, HANDED_OVER -> may.remove(Step.REGISTER.name());
        }
        return may;
    }

    private static Map<FormField, Severity> byField(List<FindingRow> findings) {
        Map<FormField, Severity> worst = new EnumMap<>(FormField.class);
        for (FindingRow row : findings) {
            if (!row.isLifted()) {
                FormField.byColumn(row.finding().field())
                        .ifPresent(field ->
                                worst.merge(field, row.finding().severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
        }
        return worst;
    }

    /** Findings that a return would name. */
    private static List<FindingRow> remarkable(List<FindingRow> findings) {
        return findings.stream()
                .filter(row -> !row.isLifted() && row.finding().severity() != Severity.NOTE)
                .toList();
    }
}
