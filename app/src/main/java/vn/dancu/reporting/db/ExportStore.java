package vn.dancu.reporting.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.FormField;
import vn.dancu.reporting.AskExport;
import vn.dancu.reporting.BehindFigure;
import vn.dancu.reporting.Export;
import vn.dancu.reporting.ExportedStand;
import vn.dancu.reporting.Measure;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Limits, requests and the rows of exports in PostgreSQL. */
@Repository
public class ExportStore {
    private static final String SELECT = """
            select id, requested_by, role, requested_at, everywhere, communes, groups, measure, commune_code,
                   residential_group, fields, sensitive_reason, purpose, format, counted, most_rows, status, decided_by,
                   decided_at, decision_note, rows_written, file_name, file_bytes, file_sha256, ready_at, expires_at
            from reporting.export
            """;

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public OptionalInt limit(Role role) {
        return jdbc.sql("select most_rows from reporting.export_limit where role = :role")
                .param("role", role.name())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    public void setLimit(Role role, int mostRows) {
        jdbc.sql("""
                        insert into reporting.export_limit (role, most_rows) values (:role, :rows)
                        on conflict (role) do update set most_rows = excluded.most_rows
                        """).param("role", role.name()).param("rows", mostRows).update();
    }

    public long count(BehindFigure which, AreaScope scope, Instant now) {
        return filtered(jdbc.sql("select count(*) " + MeasureSql.FROM + where(which)), which, scope, now)
                .query(Long.class)
                .single();
    }

    private static String where(BehindFigure which) {
        return " where " + MeasureSql.condition(which.measure()) + " and " + MeasureSql.IN_AREA + """
                 and (:commune = '' or form.commune_code = :commune)
                 and (:group = '' or form.residential_group = :group)
                 and cast(:weekAgo as timestamptz) is not null
                """;
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, BehindFigure which, AreaScope scope, Instant now) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]))
                .param("commune", which.commune())
                .param("group", which.group())
                .param("weekAgo", Timestamp.from(now.minus(Duration.ofDays(Measure.STANDING_DAYS))));
    }

    /**
     * One form on its way out.
     *
     * @param cells in the order of the fields asked for, as written
     */
    public record Line(long id, List<@Nullable String> cells, ExportedStand stand) {}

    /** What the report counts as found wrong, corrected, and returned by the scan: as {@link ReportSql} has it. */
    private static final String STAND = """
             join lateral (
                select max(step.id) filter (where step.step = 'RETURN' or step.track_to = 'DIFFERED') as wrong,
                       max(step.id) filter (where step.step = 'CORRECT') as corrected,
                       bool_or(step.step = 'RETURN' and step.role = 'PROVINCE_OPERATOR') as refused
                from journey.step step where step.form_id = form.id) history on true
            """;

    /** The next forms by key, at most {@code limit}. */
    public List<Line> lines(
            BehindFigure which, List<FormField> fields, AreaScope scope, long afterId, int limit, Instant now) {
        String columns =
                fields.stream().map(field -> "version." + field.column()).collect(Collectors.joining(", "));
        return filtered(
                        jdbc.sql("select form.id, " + columns
                                + ", state.stage, state.paper, state.verification,"
                                + " not coalesce(duplicate.keeps, true), history.wrong, history.corrected,"
                                + " coalesce(history.refused, false) " + MeasureSql.FROM
                                + " join intake.form_version version"
                                + " on version.form_id = form.id and version.version = form.current_version"
                                + STAND + where(which) + " and form.id > :after order by form.id limit :limit"),
                        which,
                        scope,
                        now)
                .param("after", afterId)
                .param("limit", limit)
                .query((row, number) -> {
                    @Nullable String[] cells = new String[fields.size()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = row.getString(2 + i);
                    }
                    return new Line(row.getLong(1), Arrays.asList(cells), stand(row, cells.length + 2));
                })
                .list();
    }

    private static ExportedStand stand(ResultSet row, int from) throws SQLException {
        Long wrong = row.getObject(from + 4, Long.class);
        Long corrected = row.getObject(from + 5, Long.class);
        ExportedStand.Repair repair = corrected != null && (wrong == null || corrected > wrong)
                ? ExportedStand.Repair.CORRECTED
                : wrong == null ? ExportedStand.Repair.NONE : ExportedStand.Repair.OPEN;
        return new ExportedStand(
                row.getString(from),
                row.getString(from + 1),
                row.getString(from + 2),
                row.getBoolean(from + 3),
                repair,
                row.getBoolean(from + 6));
    }

    public long insert(AskExport asked, Actor actor, long counted, int limit, Instant now) {
        return jdbc.sql("""
                        insert into reporting.export (requested_by, role, requested_at, everywhere, communes, groups,
                            measure, commune_code, residential_group, fields, sensitive_reason, purpose, format,
                            counted, most_rows, status)
                        values (:by, :role, :at, :everywhere, :communes, :groups, :measure, :commune, :group, :fields,
                            :sensitive, :purpose, :format, :counted, :limit, :status)
                        returning id
                        """)
                .param("by", actor.login())
                .param("role", actor.role().name())
                .param("at", Timestamp.from(now))
                .param("everywhere", actor.scope().everywhere())
                .param("communes", actor.scope().communes().toArray(new String[0]))
                .param("groups", actor.scope().groups().toArray(new String[0]))
                .param("measure", asked.measure().name())
                .param("commune", asked.commune())
                .param("group", asked.group())
                .param("fields", asked.fields().stream().map(FormField::column).toArray(String[]::new))
                .param("sensitive", asked.sensitiveReason().strip())
                .param("purpose", asked.purpose().strip())
                .param("format", asked.format())
                .param("counted", counted)
                .param("limit", limit)
                .param("status", counted > limit ? "WAITING" : "QUEUED")
                .query(Long.class)
                .single();
    }

    public Optional<Export> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, number) -> export(row))
                .optional();
    }

    public List<Export> of(String login, int limit) {
        return jdbc.sql(SELECT + " where requested_by = :login order by id desc limit :limit")
                .param("login", login)
                .param("limit", limit)
                .query((row, number) -> export(row))
                .list();
    }

    public List<Export> waiting(int limit) {
        return jdbc.sql(SELECT + " where status = 'WAITING' order by id limit :limit")
                .param("limit", limit)
                .query((row, number) -> export(row))
                .list();
    }

    public List<Export> over(Instant now) {
        return jdbc.sql(SELECT + " where status = 'READY' and expires_at <= :now order by id")
                .param("now", Timestamp.from(now))
                .query((row, number) -> export(row))
                .list();
    }

    /** False when it does not wait any more. */
    public boolean decide(long id, boolean approve, String by, String note, Instant at) {
        return jdbc.sql("""
                        update reporting.export set status = :status, decided_by = :by, decided_at = :at,
                            decision_note = :note
                        where id = :id and status = 'WAITING'
                        """)
                        .param("status", approve ? "QUEUED" : "REFUSED")
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }

    public boolean begin(long id) {
        return jdbc.sql("""
                        update reporting.export set status = 'RUNNING', rows_written = 0
                        where id = :id and status in ('QUEUED', 'RUNNING')
                        """).param("id", id).update() == 1;
    }

    public void written(long id, long rows) {
        jdbc.sql("update reporting.export set rows_written = :rows where id = :id")
                .param("rows", rows)
                .param("id", id)
                .update();
    }

    public void ready(long id, long rows, String name, long bytes, String sha256, Instant at, Instant expires) {
        jdbc.sql("""
                        update reporting.export set status = 'READY', rows_written = :rows, file_name = :name,
                            file_bytes = :bytes, file_sha256 = :sha256, ready_at = :at, expires_at = :expires
                        where id = :id
                        """)
                .param("rows", rows)
                .param("name", name)
                .param("bytes", bytes)
                .param("sha256", sha256)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .param("id", id)
                .update();
    }

    public void fail(long id) {
        jdbc.sql("update reporting.export set status = 'FAILED' where id = :id and status <> 'READY'")
                .param("id", id)
                .update();
    }

    public void expire(long id) {
        jdbc.sql("update reporting.export set status = 'EXPIRED' where id = :id")
                .param("id", id)
                .update();
    }

    public void insertDownload(long id, String login, Instant at) {
        jdbc.sql("insert into reporting.export_download (export_id, login, at) values (:id, :login, :at)")
                .param("id", id)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Export export(ResultSet row) throws SQLException {
        return new Export(
                row.getLong("id"),
                row.getString("requested_by"),
                row.getString("role"),
                row.getTimestamp("requested_at").toInstant(),
                new AreaScope(
                        row.getBoolean("everywhere"),
                        Set.of((String[]) row.getArray("communes").getArray()),
                        Set.of((String[]) row.getArray("groups").getArray())),
                Measure.valueOf(row.getString("measure")),
                row.getString("commune_code"),
                row.getString("residential_group"),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("sensitive_reason"),
                row.getString("purpose"),
                row.getString("format"),
                row.getLong("counted"),
                row.getInt("most_rows"),
                Export.Status.valueOf(row.getString("status")),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision_note"),
                row.getLong("rows_written"),
                row.getString("file_name"),
                row.getObject("file_bytes", Long.class),
                row.getString("file_sha256"),
                instant(row, "ready_at"),
                instant(row, "expires_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
