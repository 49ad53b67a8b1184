package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.WhoCounts;

/** Who must be counted, in PostgreSQL. */
@Repository
public class WhoCountsStore {
    private final JdbcClient jdbc;

    WhoCountsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public WhoCounts current() {
        return history().get(0);
    }

    /** Newest first. */
    public List<WhoCounts> history() {
        return jdbc.sql("""
                        select residence, born_up_to, reason, set_by, set_at from campaign.who_counts
                        order by id desc
                        """)
                .query((row, number) -> {
                    Date born = row.getDate(2);
                    return new WhoCounts(
                            WhoCounts.Residence.valueOf(row.getString(1)),
                            born == null ? null : born.toLocalDate(),
                            row.getString(3),
                            row.getString(4),
                            row.getTimestamp(5).toInstant());
                })
                .list();
    }

    public void insert(WhoCounts who) {
        LocalDate born = who.bornUpTo();
        jdbc.sql("""
                        insert into campaign.who_counts (residence, born_up_to, reason, set_by, set_at)
                        values (:residence, :born, :reason, :by, :at)
                        """)
                .param("residence", who.residence().name())
                .param("born", born == null ? null : Date.valueOf(born))
                .param("reason", who.reason())
                .param("by", who.setBy())
                .param("at", Timestamp.from(who.setAt()))
                .update();
    }
}
