package vn.dancu.reconciliation.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was learnt, and how many forms weigh how much. */
@Repository
public class ModelQueries {
    private final JdbcClient jdbc;

    ModelQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Kept(String name, Instant trainedAt, String content) {}

    public Optional<Kept> kept(String name) {
        return jdbc.sql("select name, trained_at, content from reconciliation.linkage_model where name = :name")
                .param("name", name)
                .query((row, number) ->
                        new Kept(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                .optional();
    }

    /** So many forms whose link, or best candidate, weighs about so much (log2 odds, to a tenth). */
    public record Weighed(double weight, long forms) {}

    /** @param model residence or archive; others link no form with an entry, so nothing is counted */
    public List<Weighed> weights(String model) {
        String source = model.equals("residence") ? "residence-book" : "archive";
        String side = model.equals("residence") ? "residence" : "archive";
        if (!model.equals(side)) {
            return List.of();
        }
        return jdbc.sql("""
                        select round(weighed.weight::numeric, 1)::double precision, count(*)
                        from (select comparison.SIDE_weight weight
                              from reconciliation.comparison comparison
                              where comparison.SIDE_entry_id is not null
                              union all
                              select max(candidate.weight)
                              from reconciliation.candidate candidate
                              join reconciliation.comparison comparison
                                  on comparison.form_id = candidate.form_id and comparison.SIDE_entry_id is null
                              where candidate.source = :source
                              group by candidate.form_id) weighed
                        group by 1 order by 1
                        """.replace("SIDE", side))
                .param("source", source)
                .query((row, number) -> new Weighed(row.getDouble(1), row.getLong(2)))
                .list();
    }
}
