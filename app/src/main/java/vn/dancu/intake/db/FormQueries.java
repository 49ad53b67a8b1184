package vn.dancu.intake.db;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.FormSummary;
import vn.dancu.shared.FormId;

/** Lists of forms for the screens. */
@Repository
public class FormQueries {
    private static final String SUMMARY = """
            form.id, form.current_version, form.form_no, version.full_name, version.birth_date, version.sex,
            version.relation_to_head, version.commune_code, version.residential_group, form.household_key,
            form.sort_key
            """;

    private final JdbcClient jdbc;

    FormQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the keys. */
    public List<FormSummary> summaries(long[] keys) {
        return jdbc.sql("""
                        select %s
                        from unnest(:keys::bigint[]) with ordinality chosen (id, place)
                        join intake.form form on form.id = chosen.id
                        join intake.form_version version
                          on version.form_id = form.id and version.version = form.current_version
                        order by chosen.place
                        """.formatted(SUMMARY))
                .param("keys", keys)
                .query((row, number) -> summary(row))
                .list();
    }

    private static FormSummary summary(java.sql.ResultSet row) throws java.sql.SQLException {
        return new FormSummary(
                new FormId(row.getLong("id")),
                row.getInt("current_version"),
                row.getString("form_no"),
                row.getString("full_name"),
                row.getString("birth_date"),
                row.getString("sex"),
                row.getString("relation_to_head"),
                row.getString("commune_code"),
                row.getString("residential_group"),
                row.getString("household_key"));
    }
}
