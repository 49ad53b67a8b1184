package vn.dancu.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.audit.AuditLog;
import vn.dancu.reconciliation.db.DecisionStore;
import vn.dancu.reconciliation.db.DecisionStore.Difference;
import vn.dancu.reconciliation.db.DecisionStore.Line;
import vn.dancu.reconciliation.db.DecisionStore.Target;
import vn.dancu.reconciliation.domain.FieldRules;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;

/** What officers decide where form and sources differ: checked against area, version and what there is to decide. */
@Component
class Decisions {
    private static final Set<Role> MAY_DECIDE = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.SYSTEM);
    private static final Set<Outcome> ACCEPTABLE =
            EnumSet.of(Outcome.DUPLICATE, Outcome.UNCERTAIN, Outcome.NOT_IN_BOOKS, Outcome.EXPLAINED);
    private static final String WHOLE_FORM = "";

    private final DecisionStore store;
    private final AuditLog audit;
    private final Clock clock;

    Decisions(DecisionStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    DecideReport decide(List<Decide> chosen, Actor actor) {
        FormSet forms = FormSet.of(chosen.stream().map(Decide::form).toList());
        store.hold(forms);
        Map<Long, Target> targets = store.targets(forms);
        Map<Long, Map<String, Long>> latest = store.latestOfOthers(forms, actor.login());
        Map<Long, Map<String, Difference>> differences = store.differences(forms);
        List<Line> lines = new ArrayList<>();
        List<DecideReport.Refused> refused = new ArrayList<>();
        for (Decide decision : chosen) {
            Difference difference =
                    differences.getOrDefault(decision.form().value(), Map.of()).get(decision.field());
            DecideReport.Why why = refusal(decision, targets.get(decision.form().value()), difference, actor);
            long last = latest.getOrDefault(decision.form().value(), Map.of()).getOrDefault(decision.field(), 0L);
            if (why == null && last > decision.seen()) {
                why = DecideReport.Why.DECIDED_MEANWHILE;
            }
            if (why == null && difference != null) {
                lines.add(new Line(decision, value(decision, difference), difference, null));
            } else {
                refused.add(new DecideReport.Refused(decision, why == null ? DecideReport.Why.NOTHING_TO_DECIDE : why));
            }
        }
        store.insert(lines, actor.login(), clock.instant());
        audit.actOnEach(actor, "DECIDE_FIELD", "form", "", auditDetails(lines));
        return new DecideReport(lines.size(), refused);
    }

    /** By form, which fields were decided for which source: what they say lies in the decisions. */
    private static Map<String, Map<String, String>> auditDetails(List<Line> lines) {
        Map<String, Map<String, String>> details = new LinkedHashMap<>();
        for (Line line : lines) {
            Decide decision = line.decision();
            details.computeIfAbsent(String.valueOf(decision.form().value()), key -> new LinkedHashMap<>())
                    .put(
                            decision.field().isEmpty() ? "version" : decision.field(),
                            decision.field().isEmpty()
                                    ? String.valueOf(decision.version())
                                    : decision.source().code());
        }
        return details;
    }

    private static DecideReport.@Nullable Why refusal(
            Decide decision, @Nullable Target target, @Nullable Difference difference, Actor actor) {
        if (!MAY_DECIDE.contains(actor.role())) {
            return DecideReport.Why.WRONG_ROLE;
        }
        if (target == null || !actor.scope().covers(target.communeCode(), target.residentialGroup())) {
            return DecideReport.Why.NOT_FOUND;
        }
        if (target.version() != decision.version() || target.comparedVersion() != decision.version()) {
            return DecideReport.Why.STALE_VERSION;
        }
        if (difference == null) {
            return DecideReport.Why.NOTHING_TO_DECIDE;
        }
        if (decision.reason().isBlank()) {
            return DecideReport.Why.NO_REASON;
        }
        boolean hasValue = switch (decision.source()) {
            case FORM -> true;
            case PAPERS -> decision.evidence() != null && value(decision, difference) != null;
            case RESIDENCE_BOOK, ARCHIVE -> value(decision, difference) != null;
        };
        return hasValue ? null : DecideReport.Why.NO_VALUE;
    }

    /** A removed entry says where somebody does not live: its commune is no answer to where he does. */
    private static @Nullable String value(Decide decision, Difference difference) {
        return switch (decision.source()) {
            case FORM -> difference.form();
            case RESIDENCE_BOOK ->
                FieldRules.REMOVED_ENTRY.equals(difference.rule()) ? null : difference.residenceBook();
            case ARCHIVE -> FieldRules.singleValue(decision.field(), difference.form(), difference.archive());
            case PAPERS -> decision.value() == null || decision.value().isBlank() ? null : decision.value();
        };
    }

    FormSet acceptExplained(FormSet forms, String rule, Instant until, Actor actor) {
        if (!MAY_DECIDE.contains(actor.role())) {
            return FormSet.ofKeys();
        }
        FormSet accepted = store.acceptExplained(
                forms,
                rule,
                until,
                Texts.of(Texts.VIETNAMESE).get("reconciliation.rule." + rule),
                actor,
                clock.instant());
        Map<String, Map<String, String>> details = new LinkedHashMap<>();
        for (long key : accepted.keys()) {
            details.put(String.valueOf(key), Map.of("rule", rule));
        }
        audit.actOnEach(actor, "ACCEPT_EXPLAINED", "form", "", details);
        return accepted;
    }

    boolean isDecidedByOthersSince(FormId form, long seen, String login) {
        return store.isDecidedByOthersSince(form, seen, login);
    }

    boolean undo(FormId form, long decisionId, Actor actor) {
        DecisionStore.Made made = store.standing(decisionId).orElse(null);
        if (made == null
                || !made.form().equals(form)
                || !MAY_DECIDE.contains(actor.role())
                || !actor.scope().covers(made.communeCode(), made.residentialGroup())) {
            return false;
        }
        store.undo(decisionId, actor.login(), clock.instant());
        audit.act(
                actor,
                "UNDO_DECISION",
                "form",
                String.valueOf(made.form().value()),
                "",
                Map.of("field", made.field(), "decision", String.valueOf(decisionId)));
        return true;
    }

    FormSet accept(FormSet forms, String reason, Actor actor) {
        if (reason.isBlank() || !MAY_DECIDE.contains(actor.role())) {
            return FormSet.ofKeys();
        }
        store.hold(forms);
        FormSet already = store.accepted(forms);
        List<Line> lines = new ArrayList<>();
        Map<Long, Target> targets = store.targets(forms);
        targets.forEach((key, target) -> {
            FormId form = new FormId(key);
            if (target.outcome() != null
                    && ACCEPTABLE.contains(target.outcome())
                    && target.version() == target.comparedVersion()
                    && !already.contains(form)
                    && actor.scope().covers(target.communeCode(), target.residentialGroup())) {
                lines.add(new Line(
                        Decide.keepForm(form, target.version(), WHOLE_FORM, reason), null, null, target.outcome()));
            }
        });
        store.insert(lines, actor.login(), clock.instant());
        audit.actOnEach(actor, "ACCEPT_COMPARISON", "form", "", auditDetails(lines));
        return FormSet.of(lines.stream().map(line -> line.decision().form()).toList());
    }

    FormSet unsettled(FormSet forms) {
        return store.unsettled(forms);
    }

    Map<FormId, Map<String, String>> decidedValues(FormSet forms) {
        return store.decidedValues(forms);
    }
}
