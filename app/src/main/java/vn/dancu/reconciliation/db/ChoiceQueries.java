package vn.dancu.reconciliation.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reconciliation.PairAnswer;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** What an officer must know before she takes another entry for a form: who said what of it, and who holds it. */
@Repository
public class ChoiceQueries {
    private final JdbcClient jdbc;

    ChoiceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last word of one person on a pair; answers that were taken back are left out. */
    public record Word(long form, long entry, PairAnswer answer, String login) {}

    /** Of the form with any entry of the source, or of one of the entries with any form that was not cancelled since. */
    public List<Word> words(Source source, FormId form, long[] entries) {
        return jdbc.sql("""
                        select last.form_id, last.entry_id, last.answer, last.answered_by from (
                            select distinct on (form_id, entry_id, answered_by)
                                   form_id, entry_id, answer, answered_by
                            from reconciliation.review_answer
                            where source = :source and (form_id = :form or entry_id = any(:entries::bigint[]))
                            order by form_id, entry_id, answered_by, id desc) last
                        where last.answer <> 'undone'
                          and not exists (select from reconciliation.withdrawn_form gone
                                          where gone.form_id = last.form_id)
                        order by last.form_id, last.entry_id, last.answered_by
                        """)
                .param("source", source.code())
                .param("form", form.value())
                .param("entries", entries)
                .query((row, number) -> new Word(
                        row.getLong(1),
                        row.getLong(2),
                        PairAnswer.byCode(row.getString(3)).orElseThrow(),
                        row.getString(4)))
                .list();
    }

    /** By entry, the number of the other form that is linked with it; empty where that form is outside the area. */
    public Map<Long, String> holders(Source source, FormId form, long[] entries, AreaScope scope) {
        String column = source == Source.ARCHIVE ? "archive_entry_id" : "residence_entry_id";
        Map<Long, String> holders = new HashMap<>();
        Scoped.by(
                        jdbc.sql("select comparison." + column + ", case when " + Scoped.IN_AREA + """
                        then form.form_no else '' end
                        from reconciliation.comparison comparison
                        join intake.form form on form.id = comparison.form_id
                        where comparison.form_id <> :form and comparison.
                        """.stripTrailing()
                                + column + " = any(:entries::bigint[])"),
                        scope)
                .param("form", form.value())
                .param("entries", entries)
                .query(row -> {
                    holders.put(row.getLong(1), row.getString(2));
                });
        return holders;
    }
}
