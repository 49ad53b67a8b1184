package vn.dancu.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.verification.db.VisitStore;

/**
 * Re-verification (phúc tra): picks forms by a seeded plan and keeps what other officers found at the door. The path
 * asks for {@link #results}; nothing here moves a form.
 */
@Service
public class Verification {
    private final VisitStore store;
    private final AuditLog audit;
    private final Clock clock;

    Verification(VisitStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Picks a share of {@code from} by a seeded draw, and every form of {@code contradictory}. The same seed picks the
     * same forms, whatever else is in the set; a form already picked stays with its plan.
     *
     * @param share between 0 and 1
     * @return what is newly picked; nothing when the planner is not of the city team
     */
    @Transactional
    public FormSet plan(String name, long seed, double share, FormSet from, FormSet contradictory, Actor planner) {
        if (planner.role() != Role.CITY_TEAM) {
            return FormSet.ofKeys();
        }
        FormSet sample = FormSet.ofKeys(java.util.Arrays.stream(from.keys())
                .filter(key -> draw(seed, key) < share)
                .toArray());
        FormSet picked = store.insertPlan(name, seed, share, sample, contradictory, planner.login(), clock.instant());
        audit.act(
                planner,
                "PLAN_VERIFICATION",
                "verification-plan",
                name,
                "",
                Map.of("picked", String.valueOf(picked.size()), "seed", String.valueOf(seed)));
        return picked;
    }

    /** Records visits; a visit that breaks a rule is refused and the others are kept. */
    @Transactional
    public VisitReport record(Collection<Visit> visits, Actor recorder) {
        if (recorder.role() != Role.CITY_TEAM) {
            return VisitReport.allRefused(visits, VisitReport.Why.WRONG_ROLE);
        }
        Instant now = clock.instant();
        Map<Long, VisitStore.Visited> forms =
                store.visited(FormSet.of(visits.stream().map(Visit::form).toList()));
        List<Visit> kept = new ArrayList<>();
        List<VisitReport.Refused> refused = new ArrayList<>();
        AreaScope scope = recorder.scope();
        for (Visit visit : visits) {
            VisitStore.Visited form = forms.get(visit.form().value());
            if (form == null || !scope.covers(form.communeCode(), form.residentialGroup())) {
                refused.add(new VisitReport.Refused(visit, VisitReport.Why.NOT_FOUND));
            } else if (form.collector().equals(visit.visitor())
                    || form.authors().contains(visit.visitor())) {
                refused.add(new VisitReport.Refused(visit, VisitReport.Why.VISITOR_COLLECTED_IT));
            } else if (form.version() != visit.version()) {
                refused.add(new VisitReport.Refused(visit, VisitReport.Why.STALE_VERSION));
            } else if (visit.visitedAt().isAfter(now)) {
                refused.add(new VisitReport.Refused(visit, VisitReport.Why.IN_THE_FUTURE));
            } else {
                kept.add(visit);
            }
        }
        store.insertVisits(kept, recorder.login(), now);
        Map<String, Map<String, String>> logged = new LinkedHashMap<>();
        for (Visit visit : kept) {
            logged.put(
                    String.valueOf(visit.form().value()),
                    Map.of(
                            "visitor",
                            visit.visitor(),
                            "outcome",
                            visit.outcome().name()));
        }
        audit.actOnEach(recorder, "RECORD_VISIT", "form", "", logged);
        return new VisitReport(kept.size(), refused);
    }

    /** The latest visit's outcome of each form that was visited at all. */
    @Transactional
    public Map<Visit.Outcome, FormSet> results(FormSet forms) {
        return new EnumMap<>(store.latestOutcomes(forms));
    }

    /** Forms whose latest visit differed and which nobody has corrected since. */
    @Transactional
    public FormSet differingUncorrected(FormSet forms) {
        return store.differingUncorrected(forms);
    }

    /** What the last visit of a form found wrong and nobody has corrected since, by item. */
    @Transactional(readOnly = true)
    public Map<FormField, Visit.Answer> foundWrong(FormId form) {
        return store.foundWrong(form);
    }

    /** A uniform number in [0, 1) from seed and key (SplitMix64's finaliser), so that a draw can be repeated. */
    static double draw(long seed, long key) {
        long z = seed + key * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z = z ^ (z >>> 31);
        return (z >>> 11) * 0x1.0p-53;
    }
}
