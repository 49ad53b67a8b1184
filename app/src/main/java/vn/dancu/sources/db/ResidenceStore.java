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
import vn.dancu.sources.ResidenceEntry;
import vn.dancu.sources.ResidenceField;
import vn.dancu.sources.StoredResidenceEntry;

/** Lines of the residence books in PostgreSQL. */
@Repository
public class ResidenceStore {
    static final List<String> ITEM_COLUMNS =
            Stream.of(ResidenceField.values()).map(ResidenceField::column).toList();
    private static final String SELECT = "select entry.id, "
            + ITEM_COLUMNS.stream().map(column -> "entry." + column).collect(Collectors.joining(", "))
            + " from sources.residence_entry entry ";
    private static final String IN_AREA = """
            (:everywhere
             or entry.commune_code = any(:communes::text[])
             or entry.commune_code || '/' || coalesce(entry.residential_group, '') = any(:groups::text[]))
            """;

    private final JdbcClient jdbc;

    ResidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next entries by key, at most {@code limit}. */
    public List<StoredResidenceEntry> after(long id, int limit) {
        return jdbc.sql(SELECT + "where entry.id > :id order by entry.id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> stored(row))
                .list();
    }

    public List<StoredResidenceEntry> load(long[] ids) {
        return jdbc.sql(SELECT + "where entry.id = any(:ids::bigint[]) order by entry.id")
                .param("ids", ids)
                .query((row, number) -> stored(row))
                .list();
    }

    public Optional<StoredResidenceEntry> find(long id, AreaScope scope) {
        return scoped(jdbc.sql(SELECT + "where entry.id = :id and " + IN_AREA), scope)
                .param("id", id)
                .query((row, number) -> stored(row))
                .optional();
    }

    public List<StoredResidenceEntry> household(String householdBookNo, AreaScope scope) {
        return scoped(jdbc.sql(SELECT + """
                                where left(entry.household_book_no, 100) = left(:book, 100)
                                  and entry.household_book_no = :book and %s
                                order by entry.id
                                """.formatted(IN_AREA)), scope)
                .param("book", householdBookNo)
                .query((row, number) -> stored(row))
                .list();
    }

    private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }

    private static StoredResidenceEntry stored(ResultSet row) throws SQLException {
        @Nullable String[] items = new @Nullable String[ITEM_COLUMNS.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = row.getString(i + 2);
        }
        return new StoredResidenceEntry(row.getLong(1), ResidenceEntry.of(items));
    }
}
