package vn.dancu.reporting.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reporting.DayCounts;

/** Figures as they stood at the end of a day, counted from the step log and kept. */
@Repository
public class DayStore {
    /**
     * Where every form stood at a moment: where it stands now, unless it has taken steps since; then where its first step
     * since came from, and the last thing that had been said of its re-verification.
     */
    private static final String CLOSE = """
            with later as (
                select distinct on (step.form_id) step.form_id, step.id, step.stage_from
                from journey.step step
                where step.at >= :moment
                order by step.form_id, step.id),
            past as (
                select state.form_id,
                       case when later.form_id is null then state.stage else later.stage_from end as stage,
                       case when later.form_id is null then state.verification
                           else coalesce((select step.track_to from journey.step step
                                          where step.form_id = later.form_id and step.id < later.id
                                            and step.track_to in ('PLANNED', 'CONFIRMED', 'DIFFERED', 'NOT_MET')
                                          order by step.id desc limit 1), 'NOT_PLANNED') end as verification
                from journey.form_state state
                left join later on later.form_id = state.form_id)
            insert into reporting.day_count (day, commune_code, residential_group, persons, planned, verified, fit,
                registered, returned)
            select :day, coalesce(form.commune_code, ''), coalesce(form.residential_group, ''), count(*),
                   count(*) filter (where past.verification <> 'NOT_PLANNED'),
                   count(*) filter (where past.verification in ('CONFIRMED', 'DIFFERED')),
                   count(*) filter (where past.stage in ('APPROVED', 'REGISTERED')),
                   count(*) filter (where past.stage = 'REGISTERED'),
                   count(*) filter (where past.stage = 'RETURNED')
            from past
            join intake.form form on form.id = past.form_id
            left join reconciliation.duplicate duplicate on duplicate.form_id = form.id
            where campaign.stands_for_a_person(past.stage, duplicate.keeps)
            group by 2, 3
            """;

    private final JdbcClient jdbc;

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The moment of the first step ever; empty before there is one. */
    public Optional<Instant> firstStep() {
        return jdbc.sql("select at from journey.step order by id limit 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Days from that day to the other, both included, that are not closed, newest first. */
    public List<LocalDate> notClosed(LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                        select day::date from generate_series(:from::date, :to::date, interval '1 day') day
                        where not exists (select from reporting.closed_day closed where closed.day = day.day::date)
                        order by 1 desc limit :most
                        """)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .param("most", most)
                .query((row, number) -> row.getDate(1).toLocalDate())
                .list();
    }

    /** Marks the day as closed; false when somebody has done so (or is just doing so, and is waited for). */
    public boolean begin(LocalDate day, Instant now) {
        return jdbc.sql("""
                        insert into reporting.closed_day (day, closed_at) values (:day, :at) on conflict do nothing
                        """)
                        .param("day", Date.valueOf(day))
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @param end of the day: the first moment that is not of it */
    public void count(LocalDate day, Instant end) {
        jdbc.sql(CLOSE)
                .param("day", Date.valueOf(day))
                .param("moment", Timestamp.from(end))
                .update();
    }

    /** Closed days of that span, also those on which there was nothing to count. */
    public List<LocalDate> closed(LocalDate from, LocalDate to) {
        return jdbc.sql("select day from reporting.closed_day where day between :from and :to order by day")
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, number) -> row.getDate(1).toLocalDate())
                .list();
    }

    public List<DayCounts> counts(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select day, commune_code, residential_group, persons, planned, verified, fit, registered, returned
                        from reporting.day_count where day between :from and :to
                        """)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, number) -> new DayCounts(
                        row.getDate(1).toLocalDate(),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
    }
}
