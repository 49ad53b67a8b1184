package vn.dancu.verification.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;
import vn.dancu.verification.VerificationTotals;

/** Figures of re-verification, set-based. */
@Repository
public class TotalsQueries {
    private final JdbcClient jdbc;

    TotalsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param to exclusive */
    public List<VerificationTotals> totals(Instant from, Instant to, Instant knownAt, AreaScope scope) {
        return AreaParams.scoped(jdbc.sql("""
                        with planned as (
                            select planned.form_id from verification.planned_form planned
                            join verification.plan plan on plan.id = planned.plan_id
                            where plan.made_at >= :from and plan.made_at < :to and plan.made_at <= :known),
                        last as (
                            select distinct on (visit.form_id) visit.form_id, visit.outcome
                            from verification.visit visit
                            where visit.visited_at >= :from and visit.visited_at < :to and visit.recorded_at <= :known
                            order by visit.form_id, visit.id desc),
                        wrong as (
                            select visit.form_id from verification.visit visit
                            where visit.outcome = 'DIFFERED' and visit.recorded_at <= :known
                            group by visit.form_id
                            having min(visit.visited_at) >= :from and min(visit.visited_at) < :to),
                        touched as (
                            select form_id, 'PLANNED' as what from planned
                            union all select form_id, outcome from last
                            union all select form_id, 'WRONG' from wrong)
                        select form.commune_code,
                               count(*) filter (where touched.what = 'PLANNED'),
                               count(*) filter (where touched.what = 'CONFIRMED'),
                               count(*) filter (where touched.what = 'DIFFERED'),
                               count(*) filter (where touched.what = 'NOT_MET'),
                               count(*) filter (where touched.what = 'WRONG')
                        from touched
                        join intake.form form on form.id = touched.form_id
                        where form.commune_code is not null and
                        """ + AreaParams.CLAUSE + """
                        group by form.commune_code order by form.commune_code
                        """), scope)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("known", Timestamp.from(knownAt))
                .query((row, number) -> new VerificationTotals(
                        row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)))
                .list();
    }
}
