package vn.dancu.reporting.db;

import vn.dancu.reporting.Measure;

/**
 * Which forms a measure counts: the one place, for the figure and for the list behind it. Conditions speak of
 * {@code form}, {@code state}, {@code duplicate} and {@code comparison} as {@link #FROM} joins them, and of
 * {@code :weekAgo}.
 */
final class MeasureSql {
    static final String FROM = """
            from intake.form form
            join journey.form_state state on state.form_id = form.id
            left join reconciliation.duplicate duplicate on duplicate.form_id = form.id
            left join reconciliation.comparison comparison
                on comparison.form_id = form.id and comparison.version = form.current_version
            """;

    /** The same area as everywhere, on the table alias {@code form}. */
    static final String IN_AREA = """
            coalesce(:everywhere
                or form.commune_code = any(:communes::text[])
                or form.commune_code || '/' || coalesce(form.residential_group, '') = any(:groups::text[]), false)
            """;

    /** The numerator of every rate, as the campaign has it: one rule, a function of the database. */
    static final String PERSON = "campaign.stands_for_a_person(state.stage, duplicate.keeps)";

    /**
     * Not "exists": for that the planner reads all findings, though few forms are asked about. Not the bare column: with it
     * in the index' condition, a form's findings are looked for once for each code there is.
     */
    private static final String INCOMPLETE = """
            coalesce((select true from quality.finding finding where finding.form_id = form.id
                and finding.version = form.current_version and finding.severity = 'BLOCKING'
                and finding.lifted_by is null and finding.field || '' in
                    ('full_name', 'birth_date', 'sex', 'birth_registration_code', 'birth_registration_place')
                limit 1), false)""";

    private static final String COMPARED = "comparison.outcome in ('AGREES', 'EXPLAINED', 'DIFFERS', 'UNCERTAIN')";
    private static final String OPEN = "state.stage <> 'REGISTERED' and state.hold_since is null";

    private MeasureSql() {}

    static String condition(Measure measure) {
        return switch (measure) {
            case PERSONS -> PERSON;
            case COLLECTED, CHECKED, RECONCILED, APPROVED, REGISTERED, RETURNED ->
                PERSON + " and state.stage = '" + measure.name() + "'";
            case ON_HOLD -> PERSON + " and state.hold_since is not null";
            case FIT -> PERSON + " and state.stage in ('APPROVED', 'REGISTERED')";
            case NOT_FIT -> PERSON + " and state.stage not in ('APPROVED', 'REGISTERED')";
            case SCANNED -> PERSON + " and state.paper = 'SCANNED'";
            case PLANNED -> PERSON + " and state.verification <> 'NOT_PLANNED'";
            case VERIFIED -> PERSON + " and state.verification in ('CONFIRMED', 'DIFFERED')";
            case CONFIRMED, DIFFERED -> PERSON + " and state.verification = '" + measure.name() + "'";
            case TO_VERIFY -> PERSON + " and state.verification in ('PLANNED', 'NOT_MET')";
            case INCOMPLETE -> PERSON + " and " + INCOMPLETE;
            case COMPARED -> PERSON + " and " + COMPARED;
            case INCONSISTENT ->
                PERSON + " and comparison.outcome in ('DIFFERS', 'UNCERTAIN')"
                        + " and state.stage in ('COLLECTED', 'CHECKED', 'RETURNED')";
            case OPEN -> PERSON + " and " + OPEN;
            case STANDING -> PERSON + " and " + OPEN + " and state.since < :weekAgo";
            case FORMS -> "state.stage <> 'CANCELLED'";
            case DUPLICATES -> "state.stage <> 'CANCELLED' and not coalesce(duplicate.keeps, true)";
            case CANCELLED -> "state.stage = 'CANCELLED'";
        };
    }
}
