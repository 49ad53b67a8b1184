package vn.dancu.reporting.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reporting.Figure;
import vn.dancu.reporting.PeriodKind;
import vn.dancu.reporting.ReportTemplate;

/** Rhythms and templates of reports; lines are added, never changed. */
@Repository
public class TemplateStore {
    private static final String TEMPLATE = """
            select id, level, version, title, subject, opening, closing, recipients, authority, deputy, reminder, columns,
                   why, set_by, set_at
            from reporting.report_template
            """;

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<PeriodKind> kinds() {
        return jdbc.sql("""
                        select last.code, last.name, last.unit, last.starts_on, last.due_days
                        from (select distinct on (kind.code) kind.code, kind.name, kind.unit, kind.starts_on, kind.due_days,
                                     kind.in_use, min(kind.id) over (partition by kind.code) as first
                              from reporting.report_period_kind kind order by kind.code, kind.id desc) last
                        where last.in_use
                        order by last.first
                        """)
                .query((row, number) -> new PeriodKind(
                        row.getString(1),
                        row.getString(2),
                        PeriodKind.Unit.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getInt(5)))
                .list();
    }

    public void insertKind(PeriodKind kind, boolean inUse, String login, Instant at) {
        jdbc.sql("""
                        insert into reporting.report_period_kind
                            (code, name, unit, starts_on, due_days, in_use, set_by, set_at)
                        values (:code, :name, :unit, :startsOn, :dueDays, :inUse, :login, :at)
                        """)
                .param("code", kind.code())
                .param("name", kind.name())
                .param("unit", kind.unit().name())
                .param("startsOn", kind.startsOn())
                .param("dueDays", kind.dueDays())
                .param("inUse", inUse)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Newest first; there is always one. */
    public List<ReportTemplate> templates(ReportTemplate.Level level) {
        return jdbc.sql(TEMPLATE + " where level = :level order by version desc")
                .param("level", level.name())
                .query((row, number) -> template(row))
                .list();
    }

    private static ReportTemplate template(ResultSet row) throws SQLException {
        Timestamp setAt = row.getTimestamp("set_at");
        return new ReportTemplate(
                row.getLong("id"),
                ReportTemplate.Level.valueOf(row.getString("level")),
                row.getInt("version"),
                row.getString("title"),
                row.getString("subject"),
                row.getString("opening"),
                row.getString("closing"),
                row.getString("recipients"),
                row.getString("authority"),
                row.getString("deputy"),
                row.getString("reminder"),
                Arrays.stream((String[]) row.getArray("columns").getArray())
                        .map(Figure::valueOf)
                        .toList(),
                row.getString("why"),
                row.getString("set_by"),
                setAt.toInstant());
    }

    /** Nobody else writes a version of this level until the transaction ends. */
    public void lockTemplates(ReportTemplate.Level level) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting.report_template'), hashtext(:level))::text")
                .param("level", level.name())
                .query(String.class)
                .single();
    }

    public long insertTemplate(ReportTemplate wanted, int version, String login, Instant at) {
        return jdbc.sql("""
                        insert into reporting.report_template (level, version, title, subject, opening, closing, recipients,
                            authority, deputy, reminder, columns, why, set_by, set_at)
                        values (:level, :version, :title, :subject, :opening, :closing, :recipients,
                            :authority, :deputy, :reminder, :columns, :why, :login, :at)
                        returning id
                        """)
                .param("level", wanted.level().name())
                .param("version", version)
                .param("title", wanted.title())
                .param("subject", wanted.subject())
                .param("opening", wanted.opening())
                .param("closing", wanted.closing())
                .param("recipients", wanted.recipients())
                .param("authority", wanted.authority())
                .param("deputy", wanted.deputy())
                .param("reminder", wanted.reminder())
                .param("columns", wanted.columns().stream().map(Figure::name).toArray(String[]::new))
                .param("why", wanted.why())
                .param("login", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }
}
