package vn.dancu.journey.db;

import vn.dancu.journey.Queue;

/**
 * Which forms stand in which queue: the one place of the rule. The conditions speak of {@code form}, {@code state} and
 * {@code comparison} as {@link #FROM} joins them.
 */
public final class QueueRule {
    /** What the conditions are about; the comparison is that of the form's current version, or null. */
    public static final String FROM = """
            from intake.form form
            join journey.form_state state on state.form_id = form.id
            left join reconciliation.comparison comparison
                on comparison.form_id = form.id and comparison.version = form.current_version
            """;

    private static final String BLOCKED = standing("BLOCKING");
    private static final String UNEXPLAINED = standing("EXPLAIN");
    private static final String ACCEPTED = """
            exists (select from reconciliation.decision decision where decision.form_id = form.id
                    and decision.version = form.current_version and decision.field = ''
                    and decision.undone_by is null)""";
    private static final String OPEN_FIELD = """
            exists (select from reconciliation.field_verdict verdict where verdict.form_id = form.id
                    and verdict.verdict = 'differs'
                    and not exists (select from reconciliation.decision decision
                                    where decision.form_id = form.id and decision.field = verdict.field
                                    and decision.version = form.current_version and decision.undone_by is null))""";

    private QueueRule() {}

    /** The condition under which a form stands in the queue. */
    public static String condition(Queue queue) {
        return queue == Queue.ON_HOLD
                ? "state.hold_since is not null and state.stage not in ('REGISTERED', 'CANCELLED')"
                : "state.hold_since is null and " + ofWork(queue);
    }

    private static String ofWork(Queue queue) {
        return switch (queue) {
            case TO_CHECK -> "state.stage = 'COLLECTED' and not " + BLOCKED;
            case MUST_FIX -> "state.stage in ('COLLECTED', 'CHECKED') and " + BLOCKED;
            case RETURNED -> "state.stage = 'RETURNED'";
            case EXPLAIN -> "state.stage in ('COLLECTED', 'CHECKED', 'RECONCILED') and " + UNEXPLAINED;
            case DIFFERS -> "state.stage = 'CHECKED' and comparison.outcome = 'DIFFERS' and " + OPEN_FIELD;
            case NOT_IN_BOOKS -> unsettled("NOT_IN_BOOKS");
            case DUPLICATE -> unsettled("DUPLICATE");
            case UNCERTAIN -> unsettled("UNCERTAIN");
            case TO_RECONCILE ->
                "state.stage = 'CHECKED' and (comparison.outcome is null or comparison.outcome in ('AGREES', 'EXPLAINED')"
                        + " or (comparison.outcome = 'DIFFERS' and not " + OPEN_FIELD + ")"
                        + " or (comparison.outcome in ('NOT_IN_BOOKS', 'DUPLICATE', 'UNCERTAIN') and " + ACCEPTED
                        + "))";
            case TO_VERIFY -> "state.stage = 'RECONCILED' and state.verification in ('PLANNED', 'NOT_MET')";
            case TO_APPROVE ->
                "state.stage = 'RECONCILED' and state.verification in ('NOT_PLANNED', 'CONFIRMED', 'DIFFERED')";
            case ON_HOLD -> "true";
        };
    }

    private static String unsettled(String outcome) {
        return "state.stage = 'CHECKED' and comparison.outcome = '" + outcome + "' and not " + ACCEPTED;
    }

    private static String standing(String severity) {
        return """
            exists (select from quality.finding finding where finding.form_id = form.id
                    and finding.version = form.current_version and finding.severity = '%s'
                    and finding.lifted_by is null)""".formatted(severity);
    }
}
