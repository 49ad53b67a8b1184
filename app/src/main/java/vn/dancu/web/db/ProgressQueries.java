package vn.dancu.web.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;

/** Progress, counted in persons: a cancelled form stands for nobody, and the later of two forms for one person neither. */
@Repository
public class ProgressQueries {
    private final JdbcClient jdbc;

    ProgressQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One commune, or one residential group of it.
     *
     * @param persons distinct persons with a valid form
     * @param fit approved or registered
     * @param planned to be re-verified, at any time
     * @param verified of these, met and asked
     * @param problems with an error that must be corrected, or returned
     */
    public record Line(
            String commune,
            String group,
            long persons,
            long fit,
            long registered,
            long planned,
            long verified,
            long scanned,
            long problems) {}

    /** What happened since a moment, in persons. */
    public record Change(long collected, long approved, long registered, long verified) {}

    /** By commune, or by group of one commune. */
    @Transactional(readOnly = true)
    public List<Line> lines(AreaScope scope, String commune) {
        String group = commune.isEmpty() ? "''" : "coalesce(form.residential_group, '')";
        return Area.scoped(jdbc.sql("""
                        select coalesce(form.commune_code, ''), %s,
                               count(*),
                               count(*) filter (where state.stage in ('APPROVED', 'REGISTERED')),
                               count(*) filter (where state.stage = 'REGISTERED'),
                               count(*) filter (where state.verification <> 'NOT_PLANNED'),
                               count(*) filter (where state.verification in ('CONFIRMED', 'DIFFERED')),
                               count(*) filter (where state.paper = 'SCANNED'),
                               count(*) filter (where state.stage = 'RETURNED')
                        from intake.form form
                        join journey.form_state state on state.form_id = form.id
                        left join reconciliation.duplicate duplicate on duplicate.form_id = form.id
                        where state.stage <> 'CANCELLED' and coalesce(duplicate.keeps, true)
                          and (:commune = '' or form.commune_code = :commune) and %s
                        group by 1, 2 order by 1, 2
                        """.formatted(group, Area.CLAUSE)), scope)
                .param("commune", commune)
                .query((row, number) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
    }

    @Transactional(readOnly = true)
    public Change since(Instant moment, AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                        select count(distinct step.form_id) filter (where step.step = 'COLLECT'),
                               count(distinct step.form_id) filter (where step.step = 'APPROVE'),
                               count(distinct step.form_id) filter (where step.step = 'REGISTER'),
                               count(distinct step.form_id) filter (where step.track_to in ('CONFIRMED', 'DIFFERED'))
                        from journey.step step
                        join intake.form form on form.id = step.form_id
                        where step.at >= :moment and %s
                        """.formatted(Area.CLAUSE)), scope)
                .param("moment", Timestamp.from(moment))
                .query((row, number) -> new Change(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }
}
