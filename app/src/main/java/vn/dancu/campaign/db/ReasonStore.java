package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.MissingDesk;

/** Why somebody has no form, and what each reason means for the denominator, in PostgreSQL. */
@Repository
public class ReasonStore {
    private final JdbcClient jdbc;

    ReasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MissingDesk.Reason> inForce() {
        return jdbc.sql("""
                        select reason, leaves_denominator, note, set_by, set_at from campaign.reason_in_force
                        order by ordinal
                        """)
                .query((row, number) -> new MissingDesk.Reason(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    public void insert(long entry, String reason, String note, LocalDate on, String login, Instant at) {
        jdbc.sql("""
                        insert into campaign.missing_reason (entry_id, reason, note, said_on, said_by, said_at)
                        values (:entry, :reason, :note, :on, :by, :at)
                        """)
                .param("entry", entry)
                .param("reason", reason)
                .param("note", note)
                .param("on", Date.valueOf(on))
                .param("by", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void setRule(String reason, boolean leaves, String note, String login, Instant at) {
        jdbc.sql("""
                        insert into campaign.reason_rule (reason, leaves_denominator, note, set_by, set_at)
                        values (:reason, :leaves, :note, :by, :at)
                        """)
                .param("reason", reason)
                .param("leaves", leaves)
                .param("note", note)
                .param("by", login)
                .param("at", Timestamp.from(at))
                .update();
    }
}
