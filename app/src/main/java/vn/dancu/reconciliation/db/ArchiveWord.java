package vn.dancu.reconciliation.db;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether the archive was asked about forms at all: its silence says something only where its sheets were imported for the
 * form's commune, or where the archivist looked and answered.
 */
@Repository
public class ArchiveWord {
    /** Nobody looked. */
    public static final Word NONE = new Word(false, false, 0);

    private final JdbcClient jdbc;

    ArchiveWord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of one form.
     *
     * @param imported the archive of the form's commune was imported
     * @param answered the archivist answered a look-up about the form
     * @param entry the sheet of her latest answer, 0 where she found none
     */
    public record Word(boolean imported, boolean answered, long entry) {}

    public Map<Long, Word> of(long[] forms) {
        Map<Long, Word> words = new HashMap<>();
        jdbc.sql("""
                        with asked as (
                            select form.id, coalesce(form.commune_code, version.permanent_code, '') as commune
                            from unnest(:forms::bigint[]) chosen (id)
                            join intake.form form on form.id = chosen.id
                            join intake.form_version version
                                on version.form_id = form.id and version.version = form.current_version),
                        area as (
                            select place.commune, exists (
                                select from sources.archive_entry entry
                                where coalesce(entry.commune_code, '') = place.commune
                                  and entry.lookup_line_id is null) as imported
                            from (select distinct asked.commune from asked) place),
                        latest as (
                            select distinct on (line.form_id) line.form_id, answer.entry_id
                            from sources.lookup_line line
                            join sources.lookup_answer answer on answer.line_id = line.id
                            where line.form_id = any(:forms::bigint[])
                            order by line.form_id, answer.id desc)
                        select asked.id, area.imported, latest.form_id is not null, coalesce(latest.entry_id, 0)
                        from asked
                        join area on area.commune = asked.commune
                        left join latest on latest.form_id = asked.id
                        """).param("forms", forms).query(row -> {
            words.put(row.getLong(1), new Word(row.getBoolean(2), row.getBoolean(3), row.getLong(4)));
        });
        return words;
    }
}
