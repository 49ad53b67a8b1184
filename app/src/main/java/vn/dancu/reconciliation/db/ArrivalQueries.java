package vn.dancu.reconciliation.db;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reconciliation.Source;

/** What the memory of who is already here asks the database: whether it is still true, and whom it found. */
@Repository
public class ArrivalQueries {
    private static final String FORMS = """
            select form.id, form.form_no, version.full_name, version.birth_date,
                   coalesce(form.commune_code, ''), coalesce(form.residential_group, ''),
                   form.id, coalesce(form.commune_code, ''), coalesce(form.residential_group, '')
            from intake.form form
            join intake.form_version version on version.form_id = form.id and version.version = form.current_version
            where form.id = any(:ids::bigint[])
              and not exists (select from reconciliation.withdrawn_form gone where gone.form_id = form.id)
            """;
    private static final String BOOK = """
            select entry.id, entry.entry_no, entry.full_name, entry.birth_date,
                   coalesce(entry.commune_code, ''), coalesce(entry.residential_group, ''),
                   form.id, coalesce(form.commune_code, ''), coalesce(form.residential_group, '')
            from sources.residence_entry entry
            left join intake.form form on form.id = (
                select min(comparison.form_id) from reconciliation.comparison comparison
                where comparison.residence_entry_id = entry.id)
            where entry.id = any(:ids::bigint[])
            """;
    private static final String ARCHIVE = """
            select entry.id, entry.entry_no, entry.full_name, entry.birth_date,
                   coalesce(entry.commune_code, ''), '',
                   form.id, coalesce(form.commune_code, ''), coalesce(form.residential_group, '')
            from sources.archive_entry entry
            left join intake.form form on form.id = (
                select min(comparison.form_id) from reconciliation.comparison comparison
                where comparison.archive_entry_id = entry.id)
            where entry.id = any(:ids::bigint[])
            """;

    private final JdbcClient jdbc;

    ArrivalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Changes when something happened that the memory does not hear of as it happens.
     *
     * @param models when they were learnt; empty before
     * @param imports how many have ended
     */
    public record Version(String models, long imports) {}

    public Version version() {
        return jdbc.sql("""
                        select (select coalesce(string_agg(name || ' ' || trained_at, ',' order by name), '')
                                from reconciliation.linkage_model
                                where name in ('residence', 'archive', 'duplicates')),
                               (select count(*) from intake.import_run where finished_at is not null)
                               + (select count(*) from sources.import_run where finished_at is not null)
                        """)
                .query((row, number) -> new Version(row.getString(1), row.getLong(2)))
                .single();
    }

    /** Ascending. */
    public long[] ids(Source source, long after) {
        return jdbc
                .sql("select id from " + table(source) + " where id > :after order by id")
                .param("after", after)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static String table(Source source) {
        return switch (source) {
            case FORM -> "intake.form";
            case RESIDENCE_BOOK -> "sources.residence_entry";
            case ARCHIVE -> "sources.archive_entry";
            case PAPERS -> throw new IllegalArgumentException("papers are not stored");
        };
    }

    /** @param form the form itself, or the one linked with the entry; 0 where there is none */
    public record Found(
            long id,
            String number,
            @Nullable String name,
            @Nullable String birthDate,
            String communeCode,
            String residentialGroup,
            long form,
            String formCommune,
            String formGroup) {}

    /** Those that are still there, in no particular order; a cancelled form is not. */
    public List<Found> found(Source source, long[] ids) {
        return jdbc.sql(
                        switch (source) {
                            case FORM -> FORMS;
                            case RESIDENCE_BOOK -> BOOK;
                            case ARCHIVE -> ARCHIVE;
                            case PAPERS -> throw new IllegalArgumentException("papers are not stored");
                        })
                .param("ids", ids)
                .query((row, number) -> new Found(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getString(9)))
                .list();
    }
}
