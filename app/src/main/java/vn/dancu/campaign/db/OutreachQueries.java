package vn.dancu.campaign.db;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.OutreachTotals;
import vn.dancu.shared.AreaScope;

/** Figures of the outreach ledger. */
@Repository
public class OutreachQueries {
    private final JdbcClient jdbc;

    OutreachQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<OutreachTotals.Line> totals(AreaScope scope, String commune, LocalDate from, LocalDate to) {
        return Area.scoped(jdbc.sql("""
                                select line.commune_code,
                                       coalesce(sum(line.times) filter (where line.kind = 'BROADCAST'), 0),
                                       coalesce(sum(line.times) filter (where line.kind = 'MEETING'), 0),
                                       coalesce(sum(line.attendance) filter (where line.kind = 'MEETING'), 0),
                                       coalesce(sum(line.attendance) filter (where line.kind = 'LEAFLET'), 0),
                                       coalesce(sum(line.times) filter (where line.kind = 'HOME_VISIT'), 0),
                                       coalesce(sum(line.attendance) filter (where line.kind = 'MESSAGE'), 0),
                                       coalesce(sum(line.minutes * line.times)
                                           filter (where line.kind in ('BROADCAST', 'MEETING')), 0)
                                from campaign.outreach line
                                where line.held_on between :from and :to
                                  and (:commune = '' or line.commune_code = :commune)
                                  and not exists (select from campaign.outreach_withdrawn gone
                                                  where gone.outreach_id = line.id)
                                  and %s
                                group by 1 order by 1
                                """.formatted(Area.ofUnit("line"))), scope)
                .param("commune", commune)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, number) -> new OutreachTotals.Line(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)))
                .list();
    }
}
