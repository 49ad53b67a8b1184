package vn.dancu.quality;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.quality.db.FindingStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Finding;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.shared.Severity;

/**
 * Checks forms and keeps what was found. A check looks at each form, at its whole household and at what the other forms
 * of the collection say about it; one form at a desk is checked as thoroughly as in a run over the whole city.
 *
 * <p>A BLOCKING finding goes away by correcting the form. The one exception is a number that truly stands on the card
 * although it contradicts its holder: {@link #confirmNumber}. An EXPLAIN finding is lifted by an officer's written reason.
 */
@Service
public class QualityService {
    private static final Set<Role> MAY_EXPLAIN = Set.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.SYSTEM);

    private final FindingStore store;
    private final CheckRun checkRun;
    private final AuditLog audit;
    private final Clock clock;

    QualityService(FindingStore store, CheckRun checkRun, AuditLog audit, Clock clock) {
        this.store = store;
        this.checkRun = checkRun;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks the current versions. Findings lifted earlier on an unchanged version stay lifted. */
    @Transactional
    public void check(FormSet forms, Progress progress) {
        if (!forms.isEmpty()) {
            store.replace(forms, checkRun.check(forms, progress), clock.instant());
        }
    }

    /** Forms with a BLOCKING finding on their current version that nobody has lifted. */
    @Transactional
    public FormSet blocked(FormSet forms) {
        return store.standing(forms, Severity.BLOCKING);
    }

    /** Forms with an EXPLAIN finding on their current version that nobody has explained. */
    @Transactional
    public FormSet unexplained(FormSet forms) {
        return store.standing(forms, Severity.EXPLAIN);
    }

    /** What still stands, the gravest first; forms on which nothing stands have no entry. */
    @Transactional
    public Map<FormId, List<Finding>> findings(FormSet forms) {
        Map<FormId, List<Finding>> standing = new LinkedHashMap<>();
        store.rows(forms).forEach((form, rows) -> {
            List<Finding> findings = rows.stream()
                    .filter(row -> !row.isLifted())
                    .map(FindingRow::finding)
                    .toList();
            if (!findings.isEmpty()) {
                standing.put(form, findings);
            }
        });
        return standing;
    }

    /** Everything found on the current version, lifted or not, as a screen shows it. */
    @Transactional
    public List<FindingRow> rows(FormId form) {
        return store.rows(FormSet.of(form)).getOrDefault(form, List.of());
    }

    /**
     * Lifts every EXPLAIN finding of the forms in the actor's area.
     *
     * @return how many findings were lifted
     * @throws IllegalArgumentException without a reason
     */
    @Transactional
    public int liftAll(FormSet forms, String reason, Actor actor) {
        return lift(forms, null, null, reason, actor);
    }

    /** Lifts one EXPLAIN finding; false when there is none that stands, or it is not the actor's to lift. */
    @Transactional
    public boolean lift(FormId form, String code, String field, String reason, Actor actor) {
        return lift(FormSet.of(form), Set.of(code), field, reason, actor) > 0;
    }

    private int lift(
            FormSet forms,
            @org.jspecify.annotations.Nullable Set<String> codes,
            @org.jspecify.annotations.Nullable String field,
            String reason,
            Actor actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an explanation is written down");
        }
        FormSet own = MAY_EXPLAIN.contains(actor.role()) ? inAreaOf(actor, forms) : FormSet.ofKeys();
        if (own.isEmpty()) {
            return 0;
        }
        int lifted = store.lift(own, Severity.EXPLAIN, codes, field, reason.strip(), actor.login(), clock.instant());
        if (lifted > 0) {
            audit.act(
                    actor,
                    "EXPLAIN_FINDINGS",
                    own.size() == 1 ? "form" : "forms",
                    own.size() == 1 ? String.valueOf(own.keys()[0]) : String.valueOf(own.size()),
                    reason.strip(),
                    Map.of("lifted", String.valueOf(lifted)));
        }
        return lifted;
    }

    private FormSet inAreaOf(Actor actor, FormSet forms) {
        if (actor.scope().everywhere()) {
            return forms;
        }
        Map<Long, FindingStore.Handled> handled = store.handled(forms);
        return FormSet.ofKeys(Arrays.stream(forms.keys())
                .filter(key -> {
                    FindingStore.Handled form = handled.get(key);
                    return form != null && actor.scope().covers(form.communeCode(), form.residentialGroup());
                })
                .toArray());
    }

    /**
     * A second officer confirms that the card bears the number as written although it contradicts the form: the finding
     * is lifted and a case for a new number opened (wrong structure is a ground for re-issue).
     */
    @Transactional
    public ConfirmNumberResult confirmNumber(FormId form, String reason, Actor second) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a confirmation says which card was seen");
        }
        FormSet one = FormSet.of(form);
        FindingStore.Handled handled = store.handled(one).get(form.value());
        if (handled == null
                || !MAY_EXPLAIN.contains(second.role())
                || !second.scope().covers(handled.communeCode(), handled.residentialGroup())) {
            return new ConfirmNumberResult.NotFound();
        }
        if (handled.hands().contains(second.login())) {
            return new ConfirmNumberResult.SameEyes();
        }
        Set<String> contradictions = new TreeSet<>();
        for (Finding finding : findings(one).getOrDefault(form, List.of())) {
            if (CheckRun.CONFIRMABLE.contains(finding.code())) {
                contradictions.add(finding.code());
            }
        }
        if (contradictions.isEmpty()) {
            return new ConfirmNumberResult.NothingToConfirm();
        }
        store.lift(one, Severity.BLOCKING, contradictions, null, reason.strip(), second.login(), clock.instant());
        long opened = store.openReissueCase(
                form, handled.version(), contradictions, reason.strip(), second.login(), clock.instant());
        audit.act(
                second,
                "CONFIRM_NUMBER",
                "form",
                String.valueOf(form.value()),
                reason.strip(),
                Map.of("reissueCase", String.valueOf(opened), "codes", String.join(" ", contradictions)));
        return new ConfirmNumberResult.Confirmed(opened);
    }

    /** Live checks of a paper half typed, against its stored household and the other forms. */
    @Transactional
    public List<Finding> whileTyping(CollectionForm draft) {
        return checkRun.whileTyping(draft);
    }

    /** The same as rows with texts, for a screen. */
    @Transactional
    public List<FindingRow> rowsWhileTyping(CollectionForm draft) {
        List<FindingRow> rows = new ArrayList<>();
        for (Finding finding : checkRun.whileTyping(draft)) {
            rows.add(new FindingRow(finding, null, null, null));
        }
        return rows;
    }

    /** What to do about a finding. */
    public static String remedy(Finding finding, Locale locale) {
        return new FindingRow(finding, null, null, null).remedy(locale);
    }
}
