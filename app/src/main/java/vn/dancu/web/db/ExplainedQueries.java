package vn.dancu.web.db;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.journey.WorkQueues;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;

/** Differences that a named rule explains and nobody has accepted yet, in forms that still wait to be reconciled. */
@Repository
public class ExplainedQueries {
    /**
     * Looked for form by form among those that wait, by the kept queues: every form that is collected or checked, and not on
     * hold, stands in one of these. A city has millions of differences, and few of them wait.
     */
    private static final String OPEN = """
            from (select each.form_id, hashint8extended(each.form_id, :seed) as draw
                  from (select distinct waiting.form_id from journey.waiting waiting
                        where waiting.queue in ('TO_CHECK', 'MUST_FIX', 'DIFFERS', 'NOT_IN_BOOKS', 'DUPLICATE', 'UNCERTAIN',
                                                'TO_RECONCILE')
                          and %s) each
                  order by draw) waits
            join intake.form form on form.id = waits.form_id
            join journey.form_state state on state.form_id = form.id and state.stage in ('COLLECTED', 'CHECKED')
                and state.hold_since is null
            join reconciliation.comparison comparison
                on comparison.form_id = form.id and comparison.version = form.current_version
            cross join lateral (
                select found.form_id, found.field, found.rule, found.form_value, found.residence_value, found.archive_value
                from reconciliation.field_verdict found
                where found.form_id = form.id and found.verdict = 'explained' offset 0) verdict
            where not exists (select from reconciliation.decision decision
                              where decision.form_id = form.id and decision.field = verdict.field
                                and decision.version = form.current_version and decision.undone_at is null)
              and
            """.formatted(Area.of("waiting")) + Area.CLAUSE;

    private final JdbcClient jdbc;
    private final WorkQueues queues;

    ExplainedQueries(JdbcClient jdbc, WorkQueues queues) {
        this.jdbc = jdbc;
        this.queues = queues;
    }

    /**
     * What waits for one rule.
     *
     * @param latest when the last of these forms was compared: what comes later was not on the officer's page
     */
    public record Waiting(String rule, long forms, long fields, Instant latest) {}

    /** Most fields first. */
    public List<Waiting> rules(AreaScope scope) {
        queues.bringUpToDate();
        return Area.scoped(
                        jdbc.sql("select verdict.rule, count(distinct form.id), count(*), max(comparison.compared_at) "
                                + OPEN + "group by verdict.rule order by count(*) desc, verdict.rule"),
                        scope)
                .param("seed", 0)
                .query((row, number) -> new Waiting(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** One difference of the sample. */
    public record Line(
            long form,
            String formNo,
            @Nullable String fullName,
            String field,
            @Nullable String written,
            @Nullable String residence,
            @Nullable String archive) {}

    /** Forms drawn by the seed, so that who looks again sees the same. */
    public List<Line> sample(AreaScope scope, String rule, long seed, int size) {
        queues.bringUpToDate();
        return Area.scoped(jdbc.sql("""
                        select drawn.form_id, drawn.form_no, version.full_name, drawn.field, drawn.form_value,
                               drawn.residence_value, drawn.archive_value
                        from (select verdict.form_id, form.form_no, form.current_version, verdict.field,
                                     verdict.form_value, verdict.residence_value, verdict.archive_value
                        """ + OPEN + """
                              and verdict.rule = :rule
                              order by waits.draw, verdict.form_id, verdict.field limit :size) drawn
                        join intake.form_version version
                            on version.form_id = drawn.form_id and version.version = drawn.current_version
                        order by drawn.form_no, drawn.field
                        """), scope)
                .param("rule", rule)
                .param("seed", seed)
                .param("size", size)
                .query((row, number) -> new Line(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /** Forms in which the rule explains something that nobody has accepted. */
    public FormSet forms(AreaScope scope, String rule) {
        queues.bringUpToDate();
        return set(Area.scoped(jdbc.sql("select distinct form.id " + OPEN + "and verdict.rule = :rule"), scope)
                .param("seed", 0)
                .param("rule", rule)
                .query(Long.class)
                .list());
    }

    /**
     * Checked forms whose every difference is explained and accepted: nothing about them waits for anybody. Capitals and
     * spaces need nobody's word.
     */
    public FormSet ready(AreaScope scope) {
        queues.bringUpToDate();
        return set(Area.scoped(jdbc.sql("""
                        select form.id
                        from journey.waiting waiting
                        join intake.form form on form.id = waiting.form_id
                        join reconciliation.comparison comparison
                            on comparison.form_id = form.id and comparison.version = form.current_version
                        join journey.form_state state on state.form_id = form.id and state.stage = 'CHECKED'
                            and state.hold_since is null
                        where waiting.queue = 'TO_RECONCILE' and comparison.outcome = 'EXPLAINED'
                          and not exists (select from reconciliation.field_verdict verdict
                                          where verdict.form_id = form.id and verdict.verdict in ('explained', 'differs')
                                            and verdict.rule <> 'case-or-form'
                                            and not exists (select from reconciliation.decision decision
                                                            where decision.form_id = form.id
                                                              and decision.field = verdict.field
                                                              and decision.version = form.current_version
                                                              and decision.undone_at is null))
                          and
                        """ + Area.CLAUSE), scope)
                .query(Long.class)
                .list());
    }

    private static FormSet set(List<Long> keys) {
        return FormSet.ofKeys(keys.stream().mapToLong(Long::longValue).sorted().toArray());
    }
}
