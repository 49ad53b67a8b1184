package vn.dancu.web.db;

import java.util.Locale;
import java.util.Optional;

/**
 * A work queue (việc cần làm): forms that wait for the same thing. The condition speaks of {@code form}, {@code state} and
 * {@code comparison} as {@link QueueQueries} joins them; forms on hold stand in their own queue only.
 */
public enum Queue {
    TO_CHECK("state.stage = 'COLLECTED' and not " + Conditions.BLOCKED),
    MUST_FIX("state.stage in ('COLLECTED', 'CHECKED') and " + Conditions.BLOCKED),
    RETURNED("state.stage = 'RETURNED'"),
    EXPLAIN("state.stage in ('COLLECTED', 'CHECKED', 'RECONCILED') and " + Conditions.UNEXPLAINED),
    DIFFERS("state.stage = 'CHECKED' and comparison.outcome = 'DIFFERS' and " + Conditions.OPEN_FIELD),
    NOT_IN_BOOKS("state.stage = 'CHECKED' and comparison.outcome = 'NOT_IN_BOOKS' and not " + Conditions.ACCEPTED),
    DUPLICATE("state.stage = 'CHECKED' and comparison.outcome = 'DUPLICATE' and not " + Conditions.ACCEPTED),
    UNCERTAIN("state.stage = 'CHECKED' and comparison.outcome = 'UNCERTAIN' and not " + Conditions.ACCEPTED),
    TO_RECONCILE(
            "state.stage = 'CHECKED' and (comparison.outcome is null or comparison.outcome in ('AGREES', 'EXPLAINED')"
                    + " or (comparison.outcome = 'DIFFERS' and not " + Conditions.OPEN_FIELD + ")"
                    + " or (comparison.outcome in ('NOT_IN_BOOKS', 'DUPLICATE', 'UNCERTAIN') and " + Conditions.ACCEPTED
                    + "))"),
    TO_VERIFY("state.stage = 'RECONCILED' and state.verification in ('PLANNED', 'NOT_MET')"),
    TO_APPROVE("state.stage = 'RECONCILED' and state.verification in ('NOT_PLANNED', 'CONFIRMED', 'DIFFERED')"),
    ON_HOLD("true");

    private final String condition;

    Queue(String condition) {
        this.condition = condition;
    }

    String condition() {
        return this == ON_HOLD ? "state.hold_since is not null" : "state.hold_since is null and " + condition;
    }

    /** The word in addresses: {@code not-in-books}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Queue> byWord(String word) {
        for (Queue queue : values()) {
            if (queue.word().equals(word)) {
                return Optional.of(queue);
            }
        }
        return Optional.empty();
    }

    /** Pieces shared by the conditions. */
    static final class Conditions {
        static final String BLOCKED = """
                exists (select from quality.finding finding where finding.form_id = form.id
                        and finding.version = form.current_version and finding.severity = 'BLOCKING'
                        and finding.lifted_by is null)""";
        static final String UNEXPLAINED = """
                exists (select from quality.finding finding where finding.form_id = form.id
                        and finding.version = form.current_version and finding.severity = 'EXPLAIN'
                        and finding.lifted_by is null)""";
        static final String ACCEPTED = """
                exists (select from reconciliation.decision decision where decision.form_id = form.id
                        and decision.version = form.current_version and decision.field = ''
                        and decision.undone_by is null)""";
        static final String OPEN_FIELD = """
                exists (select from reconciliation.field_verdict verdict where verdict.form_id = form.id
                        and verdict.verdict = 'differs'
                        and not exists (select from reconciliation.decision decision
                                        where decision.form_id = form.id and decision.field = verdict.field
                                        and decision.version = form.current_version and decision.undone_by is null))""";

        private Conditions() {}
    }
}
