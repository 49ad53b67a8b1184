package vn.dancu.reconciliation.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What linkage reads of forms and entries: the columns of the model {@code person-vi}, in its order, as written. Either
 * everything, or chosen keys.
 */
@Repository
public class LinkageRows {
    /** Columns of the model. */
    public static final int COLUMNS = 16;

    private static final int FETCH = 10_000;

    private final JdbcTemplate template;

    LinkageRows(JdbcTemplate template) {
        this.template = template;
    }

    /** Takes rows one by one, ascending by id; the array is not reused. */
    public interface Sink {
        /**
         * @param removed true for an entry that was struck off
         */
        void add(long id, @Nullable String[] values, boolean removed);
    }

    public void forms(long @Nullable [] only, Sink sink) {
        read("""
                select form.id, version.full_name, version.other_name, version.birth_date, version.sex,
                       version.personal_id, version.old_id,
                       coalesce(version.commune_code, version.permanent_code), version.residential_group,
                       coalesce(version.household_book_no, form.household_key), version.relation_to_head,
                       version.head_name, version.father_name, version.mother_name, version.spouse_name,
                       version.hometown, coalesce(version.permanent_address, version.present_address),
                       false
                from intake.form form
                join intake.form_version version
                    on version.form_id = form.id and version.version = form.current_version
                where not exists (select from reconciliation.withdrawn_form gone where gone.form_id = form.id)
                """, "form.id", only, sink);
    }

    public void residenceEntries(long @Nullable [] only, Sink sink) {
        read("""
                select entry.id, entry.full_name, entry.other_name, entry.birth_date, entry.sex,
                       entry.personal_id, entry.old_id, entry.commune_code, entry.residential_group,
                       entry.household_book_no, entry.relation_to_head, entry.head_name,
                       null, null, null, entry.hometown, entry.address,
                       entry.removed_on is not null or entry.removal_reason is not null
                from sources.residence_entry entry
                where true
                """, "entry.id", only, sink);
    }

    public void archiveEntries(long @Nullable [] only, Sink sink) {
        read("""
                select entry.id, entry.full_name, entry.other_name, entry.birth_date, entry.sex,
                       entry.personal_id, entry.old_ids, entry.commune_code, null,
                       entry.envelope_no, entry.relation_to_head, null,
                       entry.father_name, entry.mother_name, entry.spouse_name, entry.hometown, entry.address,
                       false
                from sources.archive_entry entry
                where entry.lookup_line_id is null
                """, "entry.id", only, sink);
    }

    private void read(String query, String id, long @Nullable [] only, Sink sink) {
        String ordered = query + (only == null ? "" : " and " + id + " = any(?)") + " order by " + id;
        template.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(ordered);
                    statement.setFetchSize(FETCH);
                    if (only != null) {
                        statement.setArray(1, connection.createArrayOf("bigint", boxed(only)));
                    }
                    return statement;
                },
                row -> {
                    sink.add(row.getLong(1), values(row), row.getBoolean(COLUMNS + 2));
                });
    }

    private static @Nullable String[] values(ResultSet row) throws SQLException {
        @Nullable String[] values = new @Nullable String[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            values[i] = row.getString(i + 2);
        }
        return values;
    }

    private static Long[] boxed(long[] keys) {
        Long[] boxed = new Long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            boxed[i] = keys[i];
        }
        return boxed;
    }
}
