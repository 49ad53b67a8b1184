package vn.dancu.sources.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.StoredArchiveEntry;

/** Sheets of the household archive in PostgreSQL. */
@Repository
public class ArchiveStore {
    static final List<String> ITEM_COLUMNS =
            Stream.of(ArchiveField.values()).map(ArchiveField::column).toList();
    private static final String SELECT = "select entry.id, "
            + ITEM_COLUMNS.stream().map(column -> "entry." + column).collect(Collectors.joining(", "))
            + " from sources.archive_entry entry ";

    /** The archive knows communes only; who works in one of its groups may see the whole commune's sheets. */
    private static final String IN_AREA = """
            (:everywhere or entry.commune_code = any(:communes::text[]))
            """;

    private final JdbcClient jdbc;

    ArchiveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next entries by key, at most {@code limit}. */
    public List<StoredArchiveEntry> after(long id, int limit) {
        return jdbc.sql(SELECT + "where entry.id > :id order by entry.id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> stored(row))
                .list();
    }

    public List<StoredArchiveEntry> load(long[] ids) {
        return jdbc.sql(SELECT + "where entry.id = any(:ids::bigint[]) order by entry.id")
                .param("ids", ids)
                .query((row, number) -> stored(row))
                .list();
    }

    public Optional<StoredArchiveEntry> find(long id, AreaScope scope) {
        return scoped(jdbc.sql(SELECT + "where entry.id = :id and " + IN_AREA), scope)
                .param("id", id)
                .query((row, number) -> stored(row))
                .optional();
    }

    public List<StoredArchiveEntry> envelope(String envelopeNo, AreaScope scope) {
        return scoped(jdbc.sql(SELECT + """
                                where left(entry.envelope_no, 100) = left(:envelope, 100)
                                  and entry.envelope_no = :envelope and %s
                                order by entry.id
                                """.formatted(IN_AREA)), scope)
                .param("envelope", envelopeNo)
                .query((row, number) -> stored(row))
                .list();
    }

    private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        String[] communes = Stream.concat(
                        scope.communes().stream(),
                        scope.groups().stream().map(group -> group.substring(0, Math.max(0, group.indexOf('/')))))
                .distinct()
                .toArray(String[]::new);
        return statement.param("everywhere", scope.everywhere()).param("communes", communes);
    }

    private static StoredArchiveEntry stored(ResultSet row) throws SQLException {
        @Nullable String[] items = new @Nullable String[ITEM_COLUMNS.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = row.getString(i + 2);
        }
        return new StoredArchiveEntry(row.getLong(1), ArchiveEntry.of(items));
    }
}
