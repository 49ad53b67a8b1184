package vn.dancu.job.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.Json;

/** Jobs in PostgreSQL. A server that has not been heard of for a while has lost its job to whoever asks next. */
@Repository
public class JobStore {
    /** By the clock of the database, so that servers need not agree on the time. */
    private static final String IS_SILENT = "job.heartbeat_at < clock_timestamp() - interval '15 seconds'";

    private static final String COLUMNS = """
            job.id, job.kind, job.parameters::text as parameters, job.login, job.role, job.state, job.task, job.done,
            job.total, job.failure, job.queued_at, job.started_at, job.ended_at, job.starts
            """;

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One job. */
    public record Row(
            long id,
            String kind,
            Map<String, String> parameters,
            String login,
            String role,
            String state,
            String task,
            long done,
            long total,
            @Nullable String failure,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int starts) {}

    /** How far a job is. */
    public record Far(String task, long done, long total) {}

    public long nextNumber() {
        return jdbc.sql("select nextval('job.job_number')").query(Long.class).single();
    }

    public void insert(
            long id, String kind, Map<String, String> parameters, String login, String role, Instant queuedAt) {
        jdbc.sql("""
                        insert into job.job (id, kind, parameters, login, role, state, queued_at)
                        values (:id, :kind, :parameters::jsonb, :login, :role, 'QUEUED', :queuedAt)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("parameters", Json.object(parameters))
                .param("login", login)
                .param("role", role)
                .param("queuedAt", Timestamp.from(queuedAt))
                .update();
    }

    /** Newest first; of one login, or of all when it is null. */
    public List<Row> list(@Nullable String login, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from job.job
                        where (:login::text is null or job.login = :login)
                        order by job.id desc limit :limit
                        """)
                .param("login", login)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    public Optional<Row> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from job.job where job.id = :id")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("kind"),
                Json.read(row.getString("parameters")),
                row.getString("login"),
                row.getString("role"),
                row.getString("state"),
                row.getString("task"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("failure"),
                row.getTimestamp("queued_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getInt("starts"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** @param kind MEMORY or RESULT */
    public Map<String, String> notes(long id, String kind) {
        Map<String, String> notes = new HashMap<>();
        jdbc.sql("select key, value from job.note where job_id = :id and kind = :kind")
                .param("id", id)
                .param("kind", kind)
                .query(row -> {
                    notes.put(row.getString(1), row.getString(2));
                });
        return notes;
    }

    /** False when this server lost the job. */
    public boolean note(long id, String instance, String kind, String key, String value) {
        return jdbc.sql("""
                        insert into job.note (job_id, kind, key, value)
                        select job.id, :kind, :key, :value from job.job
                        where job.id = :id and job.instance = :instance
                        on conflict (job_id, kind, key) do update set value = excluded.value
                        """)
                        .param("id", id)
                        .param("instance", instance)
                        .param("kind", kind)
                        .param("key", key)
                        .param("value", value)
                        .update()
                == 1;
    }

    /** The next job of these kinds: one that waits, or that a silent server left. */
    public Optional<Row> claim(String instance, Collection<String> kinds, Instant now) {
        jdbc.sql("update job.job set state = 'STOPPED', ended_at = :now, instance = null where state = 'STOPPING' and "
                        + IS_SILENT)
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql("""
                        with next as (
                            select job.id from job.job
                            where job.kind = any(:kinds::text[]) and (job.state = 'QUEUED'
                                or job.state = 'RUNNING' and
                        """ + IS_SILENT + ")" + """

                            order by job.id for update skip locked limit 1)
                        update job.job
                        set state = 'RUNNING', instance = :instance, heartbeat_at = clock_timestamp(),
                            started_at = coalesce(job.started_at, :now), starts = job.starts + 1
                        from next where job.id = next.id
                        returning
                        """ + COLUMNS)
                .param("kinds", kinds.toArray(new String[0]))
                .param("instance", instance)
                .param("now", Timestamp.from(now))
                .query((row, number) -> row(row))
                .optional();
    }

    /** Says that this server still works on it; the job's state now, empty when it was lost. */
    public Optional<String> beat(long id, String instance, Far far) {
        return jdbc.sql("""
                        update job.job
                        set heartbeat_at = clock_timestamp(), task = :task, done = :done, total = :total
                        where id = :id and instance = :instance
                        returning state
                        """)
                .param("id", id)
                .param("instance", instance)
                .param("task", far.task())
                .param("done", far.done())
                .param("total", far.total())
                .query(String.class)
                .optional();
    }

    /** False when this server lost the job. */
    public boolean end(long id, String instance, String state, Far far, @Nullable String failure, Instant now) {
        return jdbc.sql("""
                        update job.job
                        set state = :state, task = :task, done = :done, total = :total, failure = :failure,
                            ended_at = :now, instance = null
                        where id = :id and instance = :instance
                        """)
                        .param("id", id)
                        .param("instance", instance)
                        .param("state", state)
                        .param("task", far.task())
                        .param("done", far.done())
                        .param("total", far.total())
                        .param("failure", failure)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The server goes down: the job waits for the next one, as if this one had not begun. */
    public void release(long id, String instance, Instant now) {
        jdbc.sql("""
                        update job.job
                        set state = case when state = 'STOPPING' then 'STOPPED' else 'QUEUED' end,
                            ended_at = case when state = 'STOPPING' then :now::timestamptz end,
                            starts = starts - 1, instance = null
                        where id = :id and instance = :instance
                        """)
                .param("id", id)
                .param("instance", instance)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** False when it is over or on its way to stop. */
    public boolean stop(long id, Instant now) {
        return jdbc.sql("""
                        update job.job
                        set state = case when state = 'QUEUED' then 'STOPPED' else 'STOPPING' end,
                            ended_at = case when state = 'QUEUED' then :now::timestamptz end
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        """).param("id", id).param("now", Timestamp.from(now)).update() == 1;
    }

    /** False when it did not stop or fail. */
    public boolean resume(long id) {
        return jdbc.sql("""
                        update job.job
                        set state = 'QUEUED', starts = 0, failure = null, ended_at = null
                        where id = :id and state in ('STOPPED', 'FAILED')
                        """).param("id", id).update() == 1;
    }

    /** Of these, those that are known here and were not over by then: their folders are needed. */
    public Set<Long> needed(Collection<Long> ids, Instant overBefore) {
        return new HashSet<>(jdbc.sql("""
                        select id from job.job
                        where id = any(:ids::bigint[]) and (ended_at is null or ended_at >= :before)
                        """)
                .param("ids", ids.toArray(new Long[0]))
                .param("before", Timestamp.from(overBefore))
                .query(Long.class)
                .list());
    }
}
