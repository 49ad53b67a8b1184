package vn.dancu.intake.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.Draft;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Json;

/** Drafts in PostgreSQL; nobody but their owner reads them. */
@Repository
public class DraftStore {
    private static final String SELECT = """
            select id, owner, copied_fields, updated_at,
                   array(select key from jsonb_each_text(content) order by key) as columns,
                   array(select value from jsonb_each_text(content) order by key) as items
            from intake.draft
            """;

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(String owner, CollectionForm form, Set<FormField> copied, Instant at) {
        return jdbc.sql("""
                        insert into intake.draft (owner, content, copied_fields, updated_at)
                        values (:owner, :content::jsonb, :copied, :at) returning id
                        """)
                .param("owner", owner)
                .param("content", content(form))
                .param("copied", columns(copied))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** @return false when this owner has no such draft */
    public boolean update(long id, String owner, CollectionForm form, Set<FormField> copied, Instant at) {
        return jdbc.sql("""
                        update intake.draft set content = :content::jsonb, copied_fields = :copied, updated_at = :at
                        where id = :id and owner = :owner
                        """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("content", content(form))
                        .param("copied", columns(copied))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    public Optional<Draft> find(long id, String owner) {
        return jdbc.sql(SELECT + "where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query((row, number) -> draft(row))
                .optional();
    }

    /** The last touched first. */
    public List<Draft> of(String owner) {
        return jdbc.sql(SELECT + "where owner = :owner order by updated_at desc, id desc")
                .param("owner", owner)
                .query((row, number) -> draft(row))
                .list();
    }

    public void delete(long id, String owner) {
        jdbc.sql("delete from intake.draft where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    private static Draft draft(java.sql.ResultSet row) throws java.sql.SQLException {
        String[] columns = (String[]) row.getArray("columns").getArray();
        String[] items = (String[]) row.getArray("items").getArray();
        @Nullable String[] written = new @Nullable String[FormField.values().length];
        for (int i = 0; i < columns.length; i++) {
            FormField field = FormField.byColumn(columns[i]).orElse(null);
            if (field != null) {
                written[field.ordinal()] = items[i];
            }
        }
        return new Draft(
                row.getLong("id"),
                row.getString("owner"),
                CollectionForm.of(written),
                FormStore.fields((String[]) row.getArray("copied_fields").getArray()),
                row.getTimestamp("updated_at").toInstant());
    }

    private static String content(CollectionForm form) {
        Map<String, String> items = new HashMap<>();
        for (FormField field : FormField.values()) {
            String item = form.written(field);
            if (item != null) {
                items.put(field.column(), item.replace('\0', '\u2400'));
            }
        }
        return Json.object(items);
    }

    private static String[] columns(Set<FormField> fields) {
        return fields.stream().map(FormField::column).sorted().toArray(String[]::new);
    }
}
