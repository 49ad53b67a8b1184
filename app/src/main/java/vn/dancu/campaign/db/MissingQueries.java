package vn.dancu.campaign.db;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.MissingReasons;
import vn.dancu.shared.AreaScope;

/** Who in the books has no form, counted and listed. */
@Repository
public class MissingQueries {
    private final JdbcClient jdbc;

    MissingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MissingReasons.Line> byReason(AreaScope scope, String commune) {
        return Area.scoped(jdbc.sql("""
                                select coalesce(entry.commune_code, ''), coalesce(said.reason, 'NOT_ASKED'),
                                       coalesce(rule.leaves_denominator, false), count(*), min(rule.ordinal)
                                from reconciliation.missing_entry entry
                                left join campaign.latest_reason said on said.entry_id = entry.id
                                left join campaign.reason_in_force rule on rule.reason = said.reason
                                where (:commune = '' or entry.commune_code = :commune) and %s
                                group by 1, 2, 3
                                order by 1, 5 nulls first
                                """.formatted(Area.of("entry"))), scope)
                .param("commune", commune)
                .query((row, number) ->
                        new MissingReasons.Line(row.getString(1), row.getString(2), row.getBoolean(3), row.getLong(4)))
                .list();
    }
}
