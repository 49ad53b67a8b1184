package vn.dancu.verification.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;
import vn.dancu.verification.HolidayRule;
import vn.dancu.verification.Holidays;
import vn.dancu.verification.Overtime;
import vn.dancu.verification.WorkCalendar.KeptRule;
import vn.dancu.verification.WorkRules;

/** Hours, limits, holidays and who worked when, in PostgreSQL. */
@Repository
public class WorkStore {
    private final JdbcClient jdbc;

    WorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public List<WorkRules> rules() {
        return jdbc.sql("""
                        select valid_from, regular, evening, weekend, most_working_day, most_rest_day, most_month,
                               most_year, minutes_first, minutes_each, source
                        from verification.work_rules order by valid_from desc
                        """)
                .query((row, number) -> new WorkRules(
                        row.getDate(1).toLocalDate(),
                        WorkRules.spans(row.getString(2)),
                        WorkRules.spans(row.getString(3)),
                        WorkRules.spans(row.getString(4)),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getString(11)))
                .list();
    }

    public void setRules(WorkRules rules, String by, Instant at) {
        jdbc.sql("""
                        insert into verification.work_rules
                            (valid_from, regular, evening, weekend, most_working_day, most_rest_day, most_month, most_year,
                             minutes_first, minutes_each, source, set_by, set_at)
                        values (:from, :regular, :evening, :weekend, :working, :rest, :month, :year, :first, :each,
                                :source, :by, :at)
                        on conflict (valid_from) do update set
                            regular = excluded.regular, evening = excluded.evening, weekend = excluded.weekend,
                            most_working_day = excluded.most_working_day, most_rest_day = excluded.most_rest_day,
                            most_month = excluded.most_month, most_year = excluded.most_year,
                            minutes_first = excluded.minutes_first, minutes_each = excluded.minutes_each,
                            source = excluded.source, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("from", Date.valueOf(rules.validFrom()))
                .param("regular", WorkRules.written(rules.regular()))
                .param("evening", WorkRules.written(rules.evening()))
                .param("weekend", WorkRules.written(rules.weekend()))
                .param("working", rules.mostWorkingDay())
                .param("rest", rules.mostRestDay())
                .param("month", rules.mostMonth())
                .param("year", rules.mostYear())
                .param("first", rules.minutesFirst())
                .param("each", rules.minutesEach())
                .param("source", rules.source().strip())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public List<KeptRule> holidayRules() {
        return jdbc.sql("""
                        select id, name, calendar, month, day, first_offset, days, moved, from_year, to_year, source, set_by
                        from verification.holiday_rule order by to_year is not null, id
                        """)
                .query((row, number) -> new KeptRule(
                        row.getLong(1),
                        new HolidayRule(
                                row.getString(2),
                                HolidayRule.Calendar.valueOf(row.getString(3)),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getInt(7),
                                row.getBoolean(8),
                                row.getInt(9),
                                row.getObject(10, Integer.class)),
                        row.getString(11),
                        row.getString(12)))
                .list();
    }

    public void insertHoliday(HolidayRule rule, String source, String by, Instant at) {
        jdbc.sql("""
                        insert into verification.holiday_rule
                            (name, calendar, month, day, first_offset, days, moved, from_year, to_year, source, set_by, set_at)
                        values (:name, :calendar, :month, :day, :offset, :days, :moved, :from, :to, :source, :by, :at)
                        """)
                .param("name", rule.name().strip())
                .param("calendar", rule.calendar().name())
                .param("month", rule.month())
                .param("day", rule.day())
                .param("offset", rule.firstOffset())
                .param("days", rule.days())
                .param("moved", rule.moved())
                .param("from", rule.fromYear())
                .param("to", rule.toYear())
                .param("source", source)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean endHoliday(long rule, int lastYear) {
        return jdbc.sql("update verification.holiday_rule set to_year = :year where id = :id")
                        .param("year", lastYear)
                        .param("id", rule)
                        .update()
                > 0;
    }

    public List<Holidays.Single> singles() {
        return jdbc.sql("select day, name, off from verification.holiday_day order by day")
                .query((row, number) ->
                        new Holidays.Single(row.getDate(1).toLocalDate(), row.getString(2), row.getBoolean(3)))
                .list();
    }

    public void setSingle(Holidays.Single single, String by, Instant at) {
        jdbc.sql("""
                        insert into verification.holiday_day (day, name, off, set_by, set_at)
                        values (:day, :name, :off, :by, :at)
                        on conflict (day) do update set
                            name = excluded.name, off = excluded.off, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("day", Date.valueOf(single.day()))
                .param("name", single.name())
                .param("off", single.off())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean removeSingle(LocalDate day) {
        return jdbc.sql("delete from verification.holiday_day where day = :day")
                        .param("day", Date.valueOf(day))
                        .update()
                > 0;
    }

    /**
     * Calls at homes of the area by each officer who was there, guides with an account included; from one moment to another.
     *
     * @param to exclusive
     */
    public List<Overtime.Call> calls(Instant from, Instant to, AreaScope scope, String login) {
        return AreaParams.scoped(jdbc.sql("""
                        select officer.login, officer.name,
                               (attempt.began_at at time zone 'Asia/Ho_Chi_Minh')::date,
                               extract(epoch from (attempt.began_at at time zone 'Asia/Ho_Chi_Minh')::time)::int / 60,
                               extract(epoch from (attempt.ended_at at time zone 'Asia/Ho_Chi_Minh')::time)::int / 60
                        from verification.attempt attempt
                        join verification.sheet sheet on sheet.id = attempt.sheet_id
                        cross join lateral (
                            select judge.login, judge.name from verification.attempt_judge judge
                            where judge.attempt_id = attempt.id
                            union
                            select attempt.guide_login, attempt.guide where attempt.guide_login <> '') officer
                        where attempt.began_at >= :from and attempt.began_at < :to
                          and (:login = '' or officer.login = :login)
                          and coalesce(:everywhere or sheet.unit = any(:communes::text[])
                              or sheet.unit || '/' || sheet.residential_group = any(:groups::text[]), false)
                        order by attempt.began_at, officer.login
                        """), scope)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("login", login)
                .query((row, number) -> new Overtime.Call(
                        row.getString(1),
                        row.getString(2).isBlank() ? row.getString(1) : row.getString(2),
                        row.getDate(3).toLocalDate(),
                        new WorkRules.Span(row.getInt(4), Math.max(row.getInt(4) + 1, row.getInt(5)))))
                .list();
    }
}
