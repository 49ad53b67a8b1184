package vn.dancu.quality.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.quality.RuleSettings.Change;
import vn.dancu.shared.Severity;

/** Changed severities: append-only, the last line of a rule is in force. */
@Repository
public class SeverityStore {
    private final JdbcClient jdbc;

    SeverityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Change> inForce() {
        return jdbc.sql("""
                        select distinct on (code) id, code, severity, set_at, set_by, reason
                        from quality.rule_severity order by code, id desc
                        """).query((row, number) -> change(row)).list();
    }

    /** Newest first. */
    public List<Change> history() {
        return jdbc.sql("""
                        select id, code, severity, set_at, set_by, reason
                        from quality.rule_severity order by id desc limit 500
                        """).query((row, number) -> change(row)).list();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(1),
                row.getString(2),
                Severity.valueOf(row.getString(3)),
                row.getTimestamp(4).toInstant(),
                row.getString(5),
                row.getString(6));
    }

    /** One change after the other. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('quality.rule_severity'))")
                .query(row -> {});
    }

    public void insert(String code, Severity severity, String reason, String by, Instant at) {
        jdbc.sql("""
                        insert into quality.rule_severity (code, severity, set_at, set_by, reason)
                        values (:code, :severity, :at, :by, :reason)
                        """)
                .param("code", code)
                .param("severity", severity.name())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    /** Findings of the rule that nobody has lifted; BLOCKING ones are what they are. */
    public int moveStanding(String code, Severity severity) {
        return jdbc.sql("""
                        update quality.finding set severity = :severity
                        where code = :code and severity <> :severity and severity <> 'BLOCKING' and lifted_by is null
                        """)
                .param("code", code)
                .param("severity", severity.name())
                .update();
    }
}
