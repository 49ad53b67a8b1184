package vn.dancu.verification.db;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.verification.RoundId;

/** What was found in a sample, item by item and collector by collector. */
@Repository
public class AgreementQueries {
    private final JdbcClient jdbc;

    AgreementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param population of the lot, where it is told */
    public record Count(String name, int right, int asked, int population) {}

    /** By column: of each form of the draw, the last visit at which somebody was met. */
    public List<Count> byField(long draw) {
        return jdbc.sql("""
                        select asked.field, count(*) filter (where asked.answer = 'AGREE'), count(*)
                        from verification.drawn_form drawn
                        cross join lateral (
                            select visit.id from verification.visit visit
                            where visit.form_id = drawn.form_id and visit.outcome <> 'NOT_MET'
                            order by visit.id desc limit 1) last
                        join verification.visit_field asked on asked.visit_id = last.id and asked.answer <> 'NOT_MET'
                        where drawn.draw_id = :draw
                        group by asked.field
                        """)
                .param("draw", draw)
                .query((row, number) -> new Count(row.getString(1), row.getInt(2), row.getInt(3), 0))
                .list();
    }

    public List<Count> byCollector(RoundId round, long draw) {
        return jdbc.sql("""
                        with found as (
                            select drawn.form_id, bool_or(visit.outcome = 'DIFFERED') as wrong
                            from verification.drawn_form drawn
                            join verification.visit visit
                                on visit.form_id = drawn.form_id and visit.outcome <> 'NOT_MET'
                            where drawn.draw_id = :draw
                            group by drawn.form_id)
                        select coalesce(form.collector, ''),
                               count(*) filter (where not found.wrong),
                               count(found.form_id),
                               count(*)
                        from verification.lot_form lot
                        join intake.form form on form.id = lot.form_id
                        left join found on found.form_id = lot.form_id
                        where lot.round_id = :round
                        group by 1 having count(found.form_id) > 0
                        """)
                .param("draw", draw)
                .param("round", round.value())
                .query((row, number) -> new Count(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .list();
    }
}
