package vn.dancu.audit.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.audit.AuditEntry;
import vn.dancu.audit.AuditQuestion;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Json;
import vn.dancu.shared.db.CopyIn;

/** The audit log in PostgreSQL, where the application role can do no more than insert and select. */
@Repository
public class AuditStore {
    private static final List<String> COLUMNS =
            List.of("at", "kind", "actor", "role", "area", "act", "object_kind", "object_id", "purpose", "details");

    private final JdbcClient jdbc;
    private final CopyIn copyIn;

    AuditStore(JdbcClient jdbc, CopyIn copyIn) {
        this.jdbc = jdbc;
        this.copyIn = copyIn;
    }

    public void insert(
            AuditEntry.Kind kind,
            Instant at,
            Actor actor,
            String act,
            String objectKind,
            String objectId,
            String purpose,
            Map<String, String> details) {
        jdbc.sql("""
                        insert into audit.entry
                            (at, kind, actor, role, area, act, object_kind, object_id, purpose, details)
                        values (:at, :kind, :actor, :role, :area, :act, :objectKind, :objectId, :purpose,
                            cast(:details as jsonb))
                        """)
                .param("at", Timestamp.from(at))
                .param("kind", kind.name())
                .param("actor", actor.login())
                .param("role", actor.role().name())
                .param("area", area(actor.scope()))
                .param("act", act)
                .param("objectKind", objectKind)
                .param("objectId", objectId)
                .param("purpose", purpose)
                .param("details", Json.object(details))
                .update();
    }

    public void copy(
            AuditEntry.Kind kind,
            Instant at,
            Actor actor,
            String act,
            String objectKind,
            String purpose,
            Collection<String> objectIds) {
        String[] area = area(actor.scope());
        copyIn.into("audit.entry", COLUMNS, rows -> {
            for (String id : objectIds) {
                rows.add(at, kind, actor.login(), actor.role().name(), area, act, objectKind, id, purpose, "{}");
            }
        });
    }

    public void copy(
            AuditEntry.Kind kind,
            Instant at,
            Actor actor,
            String act,
            String objectKind,
            String purpose,
            Map<String, Map<String, String>> byObject) {
        String[] area = area(actor.scope());
        copyIn.into(
                "audit.entry",
                COLUMNS,
                rows -> byObject.forEach((id, details) -> rows.add(
                        at,
                        kind,
                        actor.login(),
                        actor.role().name(),
                        area,
                        act,
                        objectKind,
                        id,
                        purpose,
                        Json.object(details))));
    }

    /** A key without its kind is asked for kind by kind, so that the index by object serves it. */
    public List<AuditEntry> find(AuditQuestion question) {
        return jdbc.sql("""
                        with recursive kinds (kind) as (
                            select min(object_kind) from audit.entry
                            union all
                            select (select min(object_kind) from audit.entry where object_kind > kinds.kind)
                            from kinds where kinds.kind is not null)
                        select id, at, kind, actor, role, area, act, object_kind, object_id, purpose, details
                        from audit.entry
                        where (cast(:actor as text) is null or actor = :actor)
                          and (cast(:objectKind as text) is null or object_kind = :objectKind)
                          and (cast(:objectId as text) is null or object_id = :objectId)
                          and (cast(:objectId as text) is null or cast(:objectKind as text) is not null
                               or object_kind = any(array(select kind from kinds where kind is not null)))
                          and (cast(:kind as text) is null or kind = :kind)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                          and (cast(:olderThan as bigint) is null or id < :olderThan)
                        order by id desc
                        limit :limit
                        """)
                .param("actor", question.actor())
                .param("objectKind", question.objectKind())
                .param("objectId", question.objectId())
                .param("kind", question.kind() == null ? null : question.kind().name())
                .param("from", timestamp(question.from()))
                .param("to", timestamp(question.to()))
                .param("olderThan", question.olderThan())
                .param("limit", question.limit())
                .query((row, number) -> entry(row))
                .list();
    }

    public List<AuditEntry> viewsOf(String objectKind, String objectId, Set<String> leftOut, int limit) {
        return jdbc.sql("""
                        select id, at, kind, actor, role, area, act, object_kind, object_id, purpose, details
                        from audit.entry
                        where object_kind = :objectKind and object_id = :objectId and kind = 'VIEW'
                          and act <> all(:leftOut)
                        order by id desc
                        limit :limit
                        """)
                .param("objectKind", objectKind)
                .param("objectId", objectId)
                .param("leftOut", leftOut.toArray(new String[0]))
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    public Map<String, Long> timesSeen(String objectKind, String objectId, Set<String> screens) {
        Map<String, Long> times = new TreeMap<>();
        jdbc.sql("""
                        select actor, count(*) from audit.entry
                        where object_kind = :objectKind and object_id = :objectId and kind = 'VIEW' and act = any(:screens)
                        group by actor
                        """)
                .param("objectKind", objectKind)
                .param("objectId", objectId)
                .param("screens", screens.toArray(new String[0]))
                .query(row -> {
                    times.put(row.getString(1), row.getLong(2));
                });
        return times;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                AuditEntry.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("role"),
                List.of((String[]) row.getArray("area").getArray()),
                row.getString("act"),
                row.getString("object_kind"),
                row.getString("object_id"),
                row.getString("purpose"),
                row.getString("details"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static String[] area(AreaScope scope) {
        if (scope.everywhere()) {
            return new String[] {"*"};
        }
        return Stream.concat(scope.communes().stream(), scope.groups().stream())
                .sorted()
                .toArray(String[]::new);
    }
}
