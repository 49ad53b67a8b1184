package vn.dancu.web.db;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** Homes to be visited, and what a plan may draw from. */
@Repository
public class VerificationQueries {
    private final JdbcClient jdbc;

    VerificationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A form whose holder waits for a visit. */
    public record Call(
            long id,
            String formNo,
            @Nullable String fullName,
            @Nullable String address,
            @Nullable String commune,
            @Nullable String group,
            String verification,
            @Nullable String why) {}

    /** A plan with what became of it. */
    public record Plan(String name, long seed, double share, String madeBy, Instant madeAt, int picked, int visited) {}

    @Transactional(readOnly = true)
    public List<Call> waiting(AreaScope scope, int limit) {
        return Area.scoped(jdbc.sql("""
                        select form.id, form.form_no, version.full_name,
                               coalesce(version.present_address, version.permanent_address),
                               form.commune_code, form.residential_group, state.verification, planned.why
                        from journey.form_state state
                        join intake.form form on form.id = state.form_id
                        join intake.form_version version
                            on version.form_id = form.id and version.version = form.current_version
                        left join verification.planned_form planned on planned.form_id = form.id
                        where state.verification in ('PLANNED', 'NOT_MET') and state.stage = 'RECONCILED'
                          and state.hold_since is null and
                        """ + Area.CLAUSE + """
                        order by form.commune_code, form.residential_group, form.household_key, form.id
                        limit :limit
                        """), scope)
                .param("limit", limit)
                .query((row, number) -> new Call(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Plan> plans(int limit) {
        return jdbc.sql("""
                        select plan.name, plan.seed, plan.share, plan.made_by, plan.made_at,
                               count(planned.form_id),
                               count(planned.form_id) filter (where state.verification in ('CONFIRMED', 'DIFFERED'))
                        from verification.plan plan
                        left join verification.planned_form planned on planned.plan_id = plan.id
                        left join journey.form_state state on state.form_id = planned.form_id
                        group by plan.id order by plan.id desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new Plan(
                        row.getString(1),
                        row.getLong(2),
                        row.getDouble(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getInt(6),
                        row.getInt(7)))
                .list();
    }

    private static final String PLANNABLE = """
            select form.id from journey.form_state state
            join intake.form form on form.id = state.form_id
            where state.stage = 'RECONCILED' and state.verification = 'NOT_PLANNED' and state.hold_since is null and
            """;

    /** Reconciled forms that no plan has picked. */
    @Transactional(readOnly = true)
    public FormSet plannable(AreaScope scope) {
        return FormSet.of(Area.scoped(jdbc.sql(PLANNABLE + Area.CLAUSE), scope)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    /** Of these, forms on which the sources contradicted each other. */
    @Transactional(readOnly = true)
    public FormSet contradictory(AreaScope scope) {
        return FormSet.of(Area.scoped(jdbc.sql(PLANNABLE + Area.CLAUSE + """
                                 and exists (select from reconciliation.field_verdict verdict
                                            where verdict.form_id = form.id and verdict.verdict = 'differs')
                                """), scope)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }
}
