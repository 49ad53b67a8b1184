package vn.dancu.campaign.db;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;

/** Persons with a valid form, by group and the day on the paper. */
@Repository
public class PaperDays {
    private final JdbcClient jdbc;

    PaperDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day of a paper without a day, or before the span: the day before the span */
    public record Day(String commune, String group, LocalDate day, long persons) {}

    public List<Day> byDay(AreaScope scope, String commune, LocalDate from, LocalDate to) {
        return Area.scoped(jdbc.sql("""
                                select form.commune_code, coalesce(form.residential_group, ''),
                                       greatest(coalesce(form.collected_on, :before), :before), count(*)
                                from intake.form form
                                join journey.form_state state on state.form_id = form.id
                                left join reconciliation.duplicate duplicate on duplicate.form_id = form.id
                                where form.commune_code is not null
                                  and (:commune = '' or form.commune_code = :commune)
                                  and coalesce(form.collected_on <= :to, true)
                                  and campaign.stands_for_a_person(state.stage, duplicate.keeps)
                                  and %s
                                group by 1, 2, 3
                                """.formatted(Area.of("form"))), scope)
                .param("commune", commune)
                .param("before", Date.valueOf(from.minusDays(1)))
                .param("to", Date.valueOf(to))
                .query((row, number) -> new Day(
                        row.getString(1), row.getString(2), row.getDate(3).toLocalDate(), row.getLong(4)))
                .list();
    }
}
