package vn.dancu.reconciliation.db;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reconciliation.DuplicateAnswer;
import vn.dancu.reconciliation.PairAnswer;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** Clusters of forms that may be one person's, and what officers said of pairs of them. An answer is never changed. */
@Repository
public class DuplicateStore {
    /** The last line of each pair, whoever wrote it; one that was taken back says nothing. */
    private static final String STANDING = """
            select last.form_id, last.other_form_id, last.answer, coalesce(last.keeps, 0), last.reason,
                   last.answered_by, last.answered_at
            from (select distinct on (form_id, other_form_id)
                         form_id, other_form_id, answer, keeps, reason, answered_by, answered_at
                  from reconciliation.duplicate_answer
                  where (:all or form_id = any(:forms::bigint[]) or other_form_id = any(:forms::bigint[]))
                  order by form_id, other_form_id, id desc) last
            where last.answer <> 'undone'
            order by last.form_id, last.other_form_id
            """;

    private final JdbcClient jdbc;

    DuplicateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param forms of which one is enough; null for all */
    public List<DuplicateAnswer> standing(long @Nullable [] forms) {
        return jdbc.sql(STANDING)
                .param("all", forms == null)
                .param("forms", forms == null ? new long[0] : forms)
                .query((row, number) -> new DuplicateAnswer(
                        new FormId(row.getLong(1)),
                        new FormId(row.getLong(2)),
                        PairAnswer.byCode(row.getString(3)).orElseThrow(),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    /** Key of the last line on a pair, also of one taken back; 0 before the first. Nobody else writes until this ends. */
    public long lastLine(long form, long other) {
        jdbc.sql("""
                        select form_id from reconciliation.duplicate where form_id in (:form, :other)
                        order by form_id for update
                        """)
                .param("form", form)
                .param("other", other)
                .query(Long.class)
                .list();
        return jdbc.sql("""
                        select coalesce(max(id), 0) from reconciliation.duplicate_answer
                        where form_id = :form and other_form_id = :other
                        """)
                .param("form", form)
                .param("other", other)
                .query(Long.class)
                .single();
    }

    public void answer(DuplicateAnswer said) {
        write(said, said.answer().code());
    }

    /** Writes that what was said last is taken back. */
    public void undo(DuplicateAnswer said) {
        write(said, "undone");
    }

    private void write(DuplicateAnswer said, String answer) {
        jdbc.sql("""
                        insert into reconciliation.duplicate_answer
                            (form_id, other_form_id, answer, keeps, reason, answered_by, answered_at)
                        values (:form, :other, :answer, :keeps, :reason, :login, :at)
                        """)
                .param("form", said.form().value())
                .param("other", said.other().value())
                .param("answer", answer)
                .param("keeps", answer.equals("same") ? said.keeps() : null)
                .param("reason", said.reason())
                .param("login", said.answeredBy())
                .param("at", Timestamp.from(said.answeredAt()))
                .update();
    }

    /** Pairs of the area that were called two persons, newest first. */
    public List<DuplicateAnswer> apart(AreaScope scope, int limit) {
        return Scoped.by(
                        jdbc.sql("""
                        select last.form_id, last.other_form_id, last.reason, last.answered_by, last.answered_at
                        from (select distinct on (form_id, other_form_id)
                                     id, form_id, other_form_id, answer, reason, answered_by, answered_at
                              from reconciliation.duplicate_answer
                              order by form_id, other_form_id, id desc) last
                        join intake.form form on form.id = last.form_id
                        join intake.form second on second.id = last.other_form_id
                        where last.answer = 'not-same' and
                        """ + Scoped.IN_AREA + " and " + Scoped.IN_AREA.replace("form.", "second.")
                                + "order by last.id desc limit :limit"),
                        scope)
                .param("limit", limit)
                .query((row, number) -> new DuplicateAnswer(
                        new FormId(row.getLong(1)),
                        new FormId(row.getLong(2)),
                        PairAnswer.NOT_SAME,
                        0,
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** 0 when the form stands alone. */
    public long clusterOf(FormId form) {
        return jdbc.sql("select cluster_id from reconciliation.duplicate where form_id = :form")
                .param("form", form.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** A form in its cluster. */
    public record Place(long cluster, long form, boolean keeps, double weight, boolean inArea) {}

    /**
     * Clusters that a form of the area stands in, those first of which nobody said anything; whole clusters.
     *
     * @param cluster only this one; 0 for all
     */
    public List<Place> clusters(AreaScope scope, long cluster, int offset, int limit) {
        return Scoped.by(jdbc.sql(CLUSTERS + """
                        , page as (select cluster_id, is_answered from found
                                   where :cluster = 0 or cluster_id = :cluster
                                   order by is_answered, cluster_id offset :offset limit :limit)
                        select page.cluster_id, member.form_id, member.keeps, member.weight,
                        """ + Scoped.IN_AREA + """
                        from page
                        join reconciliation.duplicate member on member.cluster_id = page.cluster_id
                        join intake.form form on form.id = member.form_id
                        order by page.is_answered, page.cluster_id, member.keeps desc, member.form_id
                        """), scope)
                .param("cluster", cluster)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new Place(
                        row.getLong(1), row.getLong(2), row.getBoolean(3), row.getDouble(4), row.getBoolean(5)))
                .list();
    }

    /** How many clusters the area has, and of how many somebody said something. */
    public Count count(AreaScope scope) {
        return Scoped.by(jdbc.sql(CLUSTERS + "select count(*), count(*) filter (where is_answered) from found"), scope)
                .query((row, number) -> new Count(row.getInt(1), row.getInt(2)))
                .single();
    }

    public record Count(int clusters, int answered) {}

    private static final String CLUSTERS = """
            with found as (
                select member.cluster_id,
                       exists (select from reconciliation.duplicate other
                               join reconciliation.duplicate kept
                                   on kept.cluster_id = other.cluster_id and kept.keeps
                               join lateral (select answer.answer from reconciliation.duplicate_answer answer
                                             where answer.form_id = least(other.form_id, kept.form_id)
                                               and answer.other_form_id = greatest(other.form_id, kept.form_id)
                                             order by answer.id desc limit 1) last on last.answer <> 'undone'
                               where other.cluster_id = member.cluster_id and not other.keeps) as is_answered
                from reconciliation.duplicate member
                join intake.form form on form.id = member.form_id
                where
            """ + Scoped.IN_AREA + """
                group by member.cluster_id
                having (select count(*) from reconciliation.duplicate all_of
                        where all_of.cluster_id = member.cluster_id) > 1)
            """;
}
