package vn.dancu.verification.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;
import vn.dancu.shared.db.CopyIn;
import vn.dancu.verification.Placed;
import vn.dancu.verification.Schedule;
import vn.dancu.verification.SheetId;
import vn.dancu.verification.TeamId;
import vn.dancu.verification.domain.planning.Place;

/** Calendars of visits, promises and places in PostgreSQL. */
@Repository
public class ScheduleStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ChosenForms chosenForms;
    private final CopyIn copyIn;

    ScheduleStore(JdbcClient jdbc, JdbcTemplate template, ChosenForms chosenForms, CopyIn copyIn) {
        this.jdbc = jdbc;
        this.template = template;
        this.chosenForms = chosenForms;
        this.copyIn = copyIn;
    }

    /**
     * A home with somebody still to be met.
     *
     * @param persons forms that wait there
     * @param place null where nobody has said where it lies
     * @param againOn when the last call said it would be tried again; null where it said nothing
     */
    public record Home(
            SheetId sheet,
            String unit,
            String group,
            String household,
            int persons,
            List<String> availability,
            Set<String> barred,
            int attempts,
            @Nullable LocalDate againOn,
            boolean contradictory,
            @Nullable Place place,
            boolean isPlaceItsOwn) {}

    /** A promise that stands. */
    public record Promise(SheetId sheet, TeamId team, LocalDate day, int minute) {}

    /** @param waiting forms that wait for a visit */
    public List<Home> homes(FormSet waiting, AreaScope scope) {
        chosenForms.stage(waiting);
        return AreaParams.scoped(jdbc.sql("""
                        select sheet.id, sheet.unit, sheet.residential_group, sheet.household_key, home.persons,
                               home.availability, home.barred, coalesce(call.attempts, 0), call.again_on,
                               home.contradictory, coalesce(own.east, grp.east, centre.east),
                               coalesce(own.north, grp.north, centre.north), own.east is not null
                        from (select asked.sheet_id, count(*) as persons,
                                     array_agg(distinct coalesce(version.availability, '')) as availability,
                                     string_agg(coalesce(form.collector, '') || ' ' || coalesce((
                                         select string_agg(distinct known.created_by, ' ')
                                         from intake.form_version known
                                         where known.form_id = form.id and known.origin <> 'import'), ''), ' ') as barred,
                                     bool_or(planned.why = 'CONTRADICTION') as contradictory
                              from chosen_form chosen
                              join verification.sheet_form asked on asked.form_id = chosen.id
                              join intake.form form on form.id = chosen.id
                              join intake.form_version version
                                  on version.form_id = form.id and version.version = form.current_version
                              left join verification.planned_form planned on planned.form_id = form.id
                              group by asked.sheet_id) home
                        join verification.sheet sheet on sheet.id = home.sheet_id
                        left join lateral (
                            select count(*) as attempts,
                                   (array_agg(attempt.again_on order by attempt.attempt_no desc))[1] as again_on
                            from verification.attempt attempt where attempt.sheet_id = sheet.id) call on true
                        left join verification.place own on own.unit = sheet.unit
                            and own.residential_group = sheet.residential_group
                            and own.household_key = sheet.household_key
                        left join verification.place grp on grp.unit = sheet.unit
                            and grp.residential_group = sheet.residential_group and grp.household_key = ''
                        left join verification.place centre on centre.unit = sheet.unit
                            and centre.residential_group = '' and centre.household_key = ''
                        where coalesce(:everywhere or sheet.unit = any(:communes::text[])
                            or sheet.unit || '/' || sheet.residential_group = any(:groups::text[]), false)
                        order by sheet.unit, sheet.residential_group, sheet.sheet_no, sheet.id
                        """), scope)
                .query((row, number) -> {
                    Double east = row.getObject(11, Double.class);
                    Date again = row.getDate(9);
                    Set<String> barred =
                            new HashSet<>(Arrays.asList(row.getString(7).strip().split("\\s+")));
                    barred.remove("");
                    return new Home(
                            new SheetId(row.getLong(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            List.of((String[]) row.getArray(6).getArray()),
                            barred,
                            row.getInt(8),
                            again == null ? null : again.toLocalDate(),
                            row.getBoolean(10),
                            east == null ? null : new Place(east, row.getDouble(12)),
                            row.getBoolean(13));
                })
                .list();
    }

    /** Where a unit's centre lies; empty where nobody has said. */
    public Optional<Place> centre(String unit) {
        return jdbc.sql("""
                        select avg(east), avg(north) from verification.place
                        where unit = :unit and household_key = '' having count(*) > 0
                        """)
                .param("unit", unit)
                .query((row, number) -> new Place(row.getDouble(1), row.getDouble(2)))
                .optional();
    }

    public void setPlaces(List<Placed> places) {
        template.execute("create temp table new_place (like verification.place) on commit drop");
        copyIn.into("new_place", List.of("unit", "residential_group", "household_key", "east", "north"), rows -> {
            for (Placed placed : places) {
                rows.add(placed.unit(), placed.group(), placed.household(), placed.east(), placed.north());
            }
        });
        template.update("""
                insert into verification.place (unit, residential_group, household_key, east, north)
                select distinct on (unit, residential_group, household_key) unit, residential_group, household_key, east, north
                from new_place
                on conflict (unit, residential_group, household_key)
                do update set east = excluded.east, north = excluded.north
                """);
        template.execute("drop table new_place");
    }

    public int countPlaces(AreaScope scope) {
        return jdbc.sql("""
                        select count(*) from verification.place
                        where household_key = '' and (:everywhere or unit = any(:communes::text[]))
                        """)
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .query(Integer.class)
                .single();
    }

    public List<Promise> promises() {
        return jdbc.sql(
                        "select sheet_id, team_id, day, minute from verification.appointment where cancelled_at is null")
                .query((row, number) -> new Promise(
                        new SheetId(row.getLong(1)),
                        new TeamId(row.getLong(2)),
                        row.getDate(3).toLocalDate(),
                        row.getInt(4)))
                .list();
    }

    public void promise(Promise promise, String by, java.time.Instant at) {
        release(promise.sheet(), by, at);
        jdbc.sql("""
                        insert into verification.appointment (sheet_id, team_id, day, minute, made_by, made_at)
                        values (:sheet, :team, :day, :minute, :by, :at)
                        """)
                .param("sheet", promise.sheet().value())
                .param("team", promise.team().value())
                .param("day", Date.valueOf(promise.day()))
                .param("minute", promise.minute())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean release(SheetId sheet, String by, java.time.Instant at) {
        return jdbc.sql("""
                                update verification.appointment set cancelled_by = :by, cancelled_at = :at
                                where sheet_id = :sheet and cancelled_at is null
                                """)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("sheet", sheet.value())
                        .update()
                > 0;
    }

    public long insert(Schedule schedule, long seed, List<Schedule.Stop> stops, List<Schedule.Left> left) {
        long id = jdbc.sql("""
                        insert into verification.schedule
                            (units, from_day, to_day, seed, why, visits, left_out, travel, late, millis, made_by, made_at)
                        values (:units, :from, :to, :seed, :why, :visits, :left, :travel, :late, :millis, :by, :at)
                        returning id
                        """)
                .param("units", schedule.units().toArray(new String[0]))
                .param("from", Date.valueOf(schedule.from()))
                .param("to", Date.valueOf(schedule.to()))
                .param("seed", seed)
                .param("why", schedule.why())
                .param("visits", schedule.visits())
                .param("left", schedule.leftOut())
                .param("travel", schedule.travel())
                .param("late", schedule.late())
                .param("millis", schedule.millis())
                .param("by", schedule.madeBy())
                .param("at", Timestamp.from(schedule.madeAt()))
                .query(Long.class)
                .single();
        copyIn.into(
                "verification.schedule_stop",
                List.of(
                        "schedule_id",
                        "sheet_id",
                        "team_id",
                        "day",
                        "shift_from",
                        "shift_to",
                        "position",
                        "arrival",
                        "minutes",
                        "promised"),
                rows -> {
                    int position = 0;
                    for (Schedule.Stop stop : stops) {
                        rows.add(
                                id,
                                stop.sheet().value(),
                                stop.team().value(),
                                stop.day(),
                                stop.shiftFrom(),
                                stop.shiftTo(),
                                ++position,
                                stop.arrival(),
                                stop.minutes(),
                                stop.promised());
                    }
                });
        copyIn.into("verification.schedule_left", List.of("schedule_id", "sheet_id", "why"), rows -> {
            for (Schedule.Left one : left) {
                rows.add(id, one.sheet().value(), one.why().name());
            }
        });
        return id;
    }

    /** The newest of an area that this one touches. */
    public Optional<Schedule> current(AreaScope scope) {
        return jdbc.sql("""
                        select id, units, from_day, to_day, why, visits, left_out, travel, late, millis, made_by, made_at
                        from verification.schedule
                        where :everywhere or units && :communes::text[]
                        order by id desc limit 1
                        """)
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .query((row, number) -> new Schedule(
                        row.getLong(1),
                        List.of((String[]) row.getArray(2).getArray()),
                        row.getDate(3).toLocalDate(),
                        row.getDate(4).toLocalDate(),
                        row.getString(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getString(11),
                        row.getTimestamp(12).toInstant()))
                .optional();
    }

    /** In the order of team, day and hour; those of the area only. */
    public List<Schedule.Stop> stops(long schedule, LocalDate from, LocalDate to, AreaScope scope) {
        return AreaParams.scoped(jdbc.sql("""
                        select sheet.id, sheet.round_id, sheet.sheet_no, sheet.unit, sheet.residential_group,
                               asked.persons, stop.team_id, stop.day, stop.shift_from, stop.shift_to, stop.arrival,
                               stop.minutes,
                               exists (select from verification.appointment promise
                                       where promise.sheet_id = sheet.id and promise.cancelled_at is null),
                               asked.done
                        from verification.schedule_stop stop
                        join verification.sheet sheet on sheet.id = stop.sheet_id
                        cross join lateral (
                            select count(*) as persons,
                                   bool_and(exists (select from verification.visit visit
                                                    where visit.form_id = one.form_id
                                                      and visit.outcome <> 'NOT_MET')) as done
                            from verification.sheet_form one where one.sheet_id = sheet.id) asked
                        where stop.schedule_id = :schedule and stop.day between :from and :to
                          and coalesce(:everywhere or sheet.unit = any(:communes::text[])
                              or sheet.unit || '/' || sheet.residential_group = any(:groups::text[]), false)
                        order by stop.team_id, stop.day, stop.shift_from, stop.arrival, stop.position
                        """), scope)
                .param("schedule", schedule)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, number) -> new Schedule.Stop(
                        new SheetId(row.getLong(1)),
                        number(row.getLong(2), row.getInt(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        new TeamId(row.getLong(7)),
                        row.getDate(8).toLocalDate(),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12),
                        row.getBoolean(13),
                        row.getBoolean(14)))
                .list();
    }

    private static String number(long round, int sheet) {
        return String.format(Locale.ROOT, "%d-%04d", round, sheet);
    }

    public List<Schedule.Left> left(long schedule, AreaScope scope) {
        return AreaParams.scoped(jdbc.sql("""
                        select sheet.id, sheet.round_id, sheet.sheet_no, sheet.unit, sheet.residential_group, out.why
                        from verification.schedule_left out
                        join verification.sheet sheet on sheet.id = out.sheet_id
                        where out.schedule_id = :schedule
                          and coalesce(:everywhere or sheet.unit = any(:communes::text[])
                              or sheet.unit || '/' || sheet.residential_group = any(:groups::text[]), false)
                        order by out.why, sheet.round_id, sheet.sheet_no
                        """), scope)
                .param("schedule", schedule)
                .query((row, number) -> new Schedule.Left(
                        new SheetId(row.getLong(1)),
                        number(row.getLong(2), row.getInt(3)),
                        row.getString(4),
                        row.getString(5),
                        Schedule.Why.valueOf(row.getString(6))))
                .list();
    }
}
