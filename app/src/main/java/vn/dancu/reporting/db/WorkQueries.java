package vn.dancu.reporting.db;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.Stage;
import vn.dancu.reporting.DayWork;
import vn.dancu.reporting.StageTime;

/** What officers did day by day, and how long forms stay at a stage: from forms, visits and the step log. */
@Repository
public class WorkQueries {
    private static final String WORK = """
            select coalesce(form.commune_code, ''), coalesce(form.residential_group, ''), coalesce(form.collector, ''),
                   'PAPERS', form.collected_on, count(*), count(*) filter (where state.stage = 'RETURNED')
            from intake.form form
            join journey.form_state state on state.form_id = form.id
            left join reconciliation.duplicate duplicate on duplicate.form_id = form.id
            where form.collected_on is not null and state.stage <> 'CANCELLED' and coalesce(duplicate.keeps, true)
            group by 1, 2, 3, 5
            union all
            select coalesce(form.commune_code, ''), coalesce(form.residential_group, ''), visit.visitor,
                   'VISITS', (visit.visited_at at time zone 'Asia/Ho_Chi_Minh')::date, count(*), 0
            from verification.visit visit
            join intake.form form on form.id = visit.form_id
            group by 1, 2, 3, 5
            union all
            select coalesce(form.commune_code, ''), coalesce(form.residential_group, ''), step.actor,
                   case step.step when 'RECONCILE' then 'RECONCILED' when 'APPROVE' then 'APPROVED' else 'REGISTERED' end,
                   (step.at at time zone 'Asia/Ho_Chi_Minh')::date, count(*), 0
            from journey.step step
            join intake.form form on form.id = step.form_id
            where step.step in ('RECONCILE', 'APPROVE', 'REGISTER') and step.at >= :since
            group by 1, 2, 3, 4, 5
            """;

    /**
     * Each line of the step log lasts until the next of its form; the stay at a stage is all lines until the stage
     * changes, and what lies between HOLD and RESUME does not count.
     */
    private static final String STAGE_TIMES = """
            with line as (
                select step.form_id, step.stage_to, step.at,
                       lead(step.at) over form as until,
                       count(*) filter (where step.stage_from is distinct from step.stage_to) over form as stay,
                       coalesce(max(step.id) filter (where step.step = 'HOLD') over form, 0)
                           > coalesce(max(step.id) filter (where step.step <> 'HOLD'
                               and (step.step = 'RESUME' or step.stage_from is distinct from step.stage_to)) over form, 0)
                           as held
                from journey.step step
                window form as (partition by step.form_id order by step.id)),
            stay as (
                select line.form_id, min(line.stage_to) as stage,
                       sum(case when line.held then 0
                           else extract(epoch from coalesce(line.until, :now) - line.at) end) / 3600.0 as hours,
                       case when bool_or(line.until is null) then null else max(line.until) end as ended
                from line
                group by line.form_id, line.stay)
            select case when grouping(form.commune_code) = 1 then '*' else coalesce(form.commune_code, '') end,
                   case when grouping(form.residential_group) = 1 then null
                       else coalesce(form.residential_group, '') end,
                   stay.stage,
                   count(*) filter (where stay.ended >= :since),
                   percentile_cont(0.5) within group (order by stay.hours) filter (where stay.ended >= :since),
                   percentile_cont(0.9) within group (order by stay.hours) filter (where stay.ended >= :since),
                   count(*) filter (where stay.ended is null),
                   percentile_cont(0.5) within group (order by stay.hours) filter (where stay.ended is null),
                   percentile_cont(0.9) within group (order by stay.hours) filter (where stay.ended is null)
            from stay
            join intake.form form on form.id = stay.form_id
            where stay.stage <> 'CANCELLED' and (stay.ended is null or stay.ended >= :since)
            group by grouping sets ((form.commune_code, form.residential_group, stay.stage),
                                    (form.commune_code, stay.stage), (stay.stage))
            """;

    private final JdbcClient jdbc;

    WorkQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Papers and visits of every day; settled, approved and registered forms of the last thirty days. */
    @Transactional(readOnly = true)
    public List<DayWork> work(Instant now) {
        return jdbc.sql(WORK)
                .param("since", windowOf(now))
                .query((row, number) -> new DayWork(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        DayWork.Kind.valueOf(row.getString(4)),
                        row.getDate(5).toLocalDate(),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    /** For every group, every commune, and all together. */
    @Transactional(readOnly = true)
    public List<StageTime> stageTimes(Instant now) {
        return jdbc.sql(STAGE_TIMES)
                .param("now", Timestamp.from(now))
                .param("since", windowOf(now))
                .query((row, number) -> new StageTime(
                        row.getString(1),
                        row.getString(2),
                        Stage.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getObject(5, Double.class),
                        row.getObject(6, Double.class),
                        row.getLong(7),
                        row.getObject(8, Double.class),
                        row.getObject(9, Double.class)))
                .list();
    }

    private static Timestamp windowOf(Instant now) {
        return Timestamp.from(now.minus(Duration.ofDays(StageTime.WINDOW_DAYS)));
    }
}
