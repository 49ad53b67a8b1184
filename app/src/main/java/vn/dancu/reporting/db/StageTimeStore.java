package vn.dancu.reporting.db;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.Stage;
import vn.dancu.reporting.StageTime;

/** How long forms stay at a stage: counted from the step log, and kept until they are counted again. */
@Repository
public class StageTimeStore {
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

    StageTimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String COLUMNS = """
            commune_code, residential_group, stage, ended, ended_median, ended_ninth, standing, standing_median,
            standing_ninth
            """;

    /** Counts for every group, every commune, and all together, and keeps it; to be called in a transaction. */
    public List<StageTime> count(Instant now) {
        jdbc.sql("delete from reporting.kept_stage_time").update();
        jdbc.sql("insert into reporting.kept_stage_time (" + COLUMNS + ")" + STAGE_TIMES)
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(Duration.ofDays(StageTime.WINDOW_DAYS))))
                .update();
        return kept();
    }

    /** Says when it was counted, and how long that took; to be called in the transaction of {@link #count}. */
    public void countedAt(Instant now, long tookMillis) {
        jdbc.sql("delete from reporting.kept_stage_time_at").update();
        jdbc.sql("insert into reporting.kept_stage_time_at (counted_at, took_millis) values (:now, :took)")
                .param("now", Timestamp.from(now))
                .param("took", tookMillis)
                .update();
    }

    /** When the times that are kept were counted. */
    public record CountedAt(Instant at, long tookMillis) {}

    public Optional<CountedAt> countedAt() {
        return jdbc.sql("select counted_at, took_millis from reporting.kept_stage_time_at")
                .query((row, number) -> new CountedAt(row.getTimestamp(1).toInstant(), row.getLong(2)))
                .optional();
    }

    public List<StageTime> kept() {
        return jdbc.sql("select " + COLUMNS + " from reporting.kept_stage_time")
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
}
