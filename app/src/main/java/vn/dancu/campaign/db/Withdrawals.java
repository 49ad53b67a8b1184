package vn.dancu.campaign.db;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was entered is never deleted: that it no longer counts is said beside it, once, with who said so and why. */
enum Withdrawals {
    ADJUSTMENT("campaign.adjustment_withdrawn", "adjustment_id"),
    ANNOUNCEMENT("campaign.announcement_withdrawn", "announcement_id"),
    OUTREACH("campaign.outreach_withdrawn", "outreach_id");

    private final String insert;

    Withdrawals(String table, String column) {
        insert = """
                insert into %s (%s, reason, withdrawn_by, withdrawn_at)
                values (:id, :reason, :by, :at) on conflict do nothing
                """.formatted(table, column);
    }

    /** False when it is withdrawn already. */
    boolean add(JdbcClient jdbc, long id, String reason, String login, Instant at) {
        return jdbc.sql(insert)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
