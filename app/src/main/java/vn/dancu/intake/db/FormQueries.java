package vn.dancu.intake.db;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.FormSearch;
import vn.dancu.intake.FormSummary;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** Lists of forms for the screens. */
@Repository
public class FormQueries {
    private static final String BY_WORDS = """
            string_to_array(form.name_folded, ' ') @> :words::text[]
            and (:birthYear::integer is null
                 or form.birth_packed between :birthYear * 10000 and :birthYear * 10000 + 9999)
            """;
    private static final String BY_NUMBER = """
            (form.form_no = any(:numbers::text[])
             or form.personal_id_digits = any(:numbers::text[])
             or form.old_id_digits = any(:numbers::text[]))
            """;
    private static final String SUMMARY = """
            form.id, form.current_version, form.form_no, version.full_name, version.birth_date, version.sex,
            version.relation_to_head, version.commune_code, version.residential_group, form.household_key,
            form.sort_key
            """;

    private final JdbcClient jdbc;

    FormQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public FormSearch.Page byWords(String[] words, FormSearch search, AreaScope scope) {
        return page(
                search(BY_WORDS, search, scope).param("words", words).param("birthYear", search.birthYear()),
                search.limit());
    }

    public FormSearch.Page byNumber(String[] numbers, FormSearch search, AreaScope scope) {
        return page(search(BY_NUMBER, search, scope).param("numbers", numbers), search.limit());
    }

    /** Counts all hits, also those outside the area, and reads one page of those inside it. */
    private JdbcClient.StatementSpec search(String condition, FormSearch search, AreaScope scope) {
        FormSearch.Cursor after = search.after();
        return FormStore.scoped(jdbc.sql("""
                                with hit as materialized (
                                    select form.id, form.sort_key, coalesce(%s, false) as in_area
                                    from intake.form form where %s),
                                counted as (
                                    select count(*) filter (where in_area) as inside,
                                           count(*) filter (where not in_area) as outside
                                    from hit),
                                page as (
                                    select id from hit
                                    where in_area
                                      and (:afterKey::text is null or (sort_key, id) > (:afterKey, :afterId))
                                    order by sort_key, id limit :limit)
                                select counted.inside, counted.outside, listed.*
                                from counted left join (
                                    select %s
                                    from page
                                    join intake.form form on form.id = page.id
                                    join intake.form_version version
                                      on version.form_id = form.id and version.version = form.current_version
                                ) listed on true
                                order by listed.sort_key, listed.id
                                """.formatted(FormStore.IN_AREA, condition, SUMMARY)), scope)
                .param("afterKey", after == null ? null : after.sortKey())
                .param("afterId", after == null ? 0L : after.id())
                .param("limit", search.limit() + 1);
    }

    private static FormSearch.Page page(JdbcClient.StatementSpec query, int limit) {
        List<FormSummary> hits = new ArrayList<>();
        List<FormSearch.Cursor> cursors = new ArrayList<>();
        long[] counts = new long[2];
        query.query(row -> {
            counts[0] = row.getLong("inside");
            counts[1] = row.getLong("outside");
            if (row.getString("form_no") != null) {
                hits.add(summary(row));
                cursors.add(new FormSearch.Cursor(row.getString("sort_key"), row.getLong("id")));
            }
        });
        boolean more = hits.size() > limit;
        FormSearch.@Nullable Cursor next = more ? cursors.get(limit - 1) : null;
        return new FormSearch.Page(more ? hits.subList(0, limit) : hits, counts[0], counts[1], next);
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
