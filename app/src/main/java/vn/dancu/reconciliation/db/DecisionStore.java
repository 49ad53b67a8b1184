package vn.dancu.reconciliation.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reconciliation.Decide;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.reconciliation.Outcome;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** Officers' decisions on fields and forms. An empty field stands for the form as a whole; an undone line stays. */
@Repository
public class DecisionStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ChosenForms chosenForms;

    DecisionStore(JdbcClient jdbc, JdbcTemplate template, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.template = template;
        this.chosenForms = chosenForms;
    }

    /**
     * A form as a decision finds it.
     *
     * @param comparedVersion 0 when it was never compared
     * @param outcome null when it was never compared
     */
    public record Target(
            int version,
            int comparedVersion,
            String communeCode,
            String residentialGroup,
            @Nullable Outcome outcome) {}

    /** A field that differs, or was written otherwise, as a decision finds it. */
    public record Difference(
            @Nullable String form,
            @Nullable String residenceBook,
            @Nullable String archive,
            String rule) {}

    public Map<Long, Target> targets(FormSet forms) {
        chosenForms.stage(forms);
        Map<Long, Target> targets = new HashMap<>();
        jdbc.sql("""
                        select form.id, form.current_version, coalesce(comparison.version, 0),
                               coalesce(form.commune_code, ''), coalesce(form.residential_group, ''),
                               comparison.outcome
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        left join reconciliation.comparison comparison on comparison.form_id = form.id
                        order by form.id
                        """).query(row -> {
            String outcome = row.getString(6);
            targets.put(
                    row.getLong(1),
                    new Target(
                            row.getInt(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            outcome == null ? null : Outcome.valueOf(outcome)));
        });
        return targets;
    }

    /** Until the transaction ends nobody else decides on these forms: who comes second sees what the first has written. */
    public void hold(FormSet forms) {
        chosenForms.stage(forms);
        jdbc.sql("""
                        select comparison.form_id from chosen_form chosen
                        join reconciliation.comparison comparison on comparison.form_id = chosen.id
                        order by comparison.form_id
                        for update of comparison
                        """).query(Long.class).list();
    }

    /** By form and field, the latest standing decision of anybody else on the current version. */
    public Map<Long, Map<String, Long>> latestOfOthers(FormSet forms, String login) {
        chosenForms.stage(forms);
        Map<Long, Map<String, Long>> latest = new HashMap<>();
        jdbc.sql("""
                        select decision.form_id, decision.field, max(decision.id)
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        join reconciliation.decision decision
                            on decision.form_id = form.id and decision.version = form.current_version
                        where decision.undone_at is null and decision.decided_by <> :login
                        group by decision.form_id, decision.field
                        """).param("login", login).query(row -> {
            latest.computeIfAbsent(row.getLong(1), key -> new HashMap<>()).put(row.getString(2), row.getLong(3));
        });
        return latest;
    }

    /** Whether somebody else decided something of this form after that decision. */
    public boolean isDecidedByOthersSince(FormId form, long decision, String login) {
        return jdbc.sql("""
                        select exists (select from reconciliation.decision
                                       where form_id = :form and id > :decision and decided_by <> :login)
                        """)
                .param("form", form.value())
                .param("decision", decision)
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    /** By form and field; also what a rule explains, because an officer may take another source's writing. */
    public Map<Long, Map<String, Difference>> differences(FormSet forms) {
        chosenForms.stage(forms);
        Map<Long, Map<String, Difference>> differences = new HashMap<>();
        jdbc.sql("""
                        select verdict.form_id, verdict.field, verdict.form_value, verdict.residence_value,
                               verdict.archive_value, verdict.rule
                        from chosen_form chosen
                        join reconciliation.field_verdict verdict on verdict.form_id = chosen.id
                        where verdict.verdict in ('differs', 'explained')
                        """).query(row -> {
            differences
                    .computeIfAbsent(row.getLong(1), key -> new HashMap<>())
                    .put(
                            row.getString(2),
                            new Difference(row.getString(3), row.getString(4), row.getString(5), row.getString(6)));
        });
        return differences;
    }

    /**
     * A decision ready to be written.
     *
     * @param value what the chosen source says
     * @param saw what all sources said of the field; null for the form as a whole
     * @param outcome of the comparison, for the form as a whole
     */
    public record Line(
            Decide decision,
            @Nullable String value,
            @Nullable Difference saw,
            @Nullable Outcome outcome) {}

    public void insert(List<Line> lines, String login, Instant at) {
        template.batchUpdate(
                """
                insert into reconciliation.decision
                    (form_id, version, field, chosen_source, chosen_value, reason,
                     evidence_kind, evidence_no, evidence_issuer, evidence_date, decided_by, decided_at,
                     seen_form, seen_residence, seen_archive, seen_outcome, is_seen)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                """, lines.stream().map(line -> row(line, login, at)).toList());
    }

    private static @Nullable Object[] row(Line line, String login, Instant at) {
        Decide decision = line.decision();
        Evidence evidence = decision.evidence();
        return new @Nullable Object[] {
            decision.form().value(),
            decision.version(),
            decision.field(),
            decision.source().code(),
            line.value(),
            decision.reason(),
            evidence == null ? null : evidence.kind(),
            evidence == null ? null : evidence.number(),
            evidence == null ? null : evidence.issuer(),
            evidence == null || evidence.issuedOn() == null ? null : Date.valueOf(evidence.issuedOn()),
            login,
            Timestamp.from(at),
            line.saw() == null ? null : line.saw().form(),
            line.saw() == null ? null : line.saw().residenceBook(),
            line.saw() == null ? null : line.saw().archive(),
            line.outcome() == null ? null : line.outcome().name()
        };
    }

    /** Where a decision that is not undone was made. */
    public record Made(FormId form, String field, String communeCode, String residentialGroup) {}

    public Optional<Made> standing(long decisionId) {
        return jdbc.sql("""
                        select decision.form_id, decision.field,
                               coalesce(form.commune_code, ''), coalesce(form.residential_group, '')
                        from reconciliation.decision decision
                        join intake.form form on form.id = decision.form_id
                        where decision.id = :id and decision.undone_at is null
                        for update of decision
                        """)
                .param("id", decisionId)
                .query((row, number) ->
                        new Made(new FormId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    public void undo(long decisionId, String login, Instant at) {
        jdbc.sql("update reconciliation.decision set undone_by = :login, undone_at = :at where id = :id")
                .param("login", login)
                .param("at", Timestamp.from(at))
                .param("id", decisionId)
                .update();
    }

    public FormSet unsettled(FormSet forms) {
        chosenForms.stage(forms);
        return set(jdbc.sql("""
                                select chosen.id
                                from chosen_form chosen
                                join intake.form form on form.id = chosen.id
                                left join reconciliation.comparison comparison
                                    on comparison.form_id = form.id and comparison.version = form.current_version
                                where comparison.form_id is null
                                union
                                select comparison.form_id
                                from chosen_form chosen
                                join reconciliation.comparison comparison on comparison.form_id = chosen.id
                                where comparison.outcome in ('DUPLICATE', 'UNCERTAIN', 'NOT_IN_BOOKS')
                                  and not exists (
                                      select from reconciliation.decision decision
                                      where decision.form_id = comparison.form_id
                                        and decision.version = comparison.version
                                        and decision.field = '' and decision.undone_at is null)
                                union
                                select verdict.form_id
                                from chosen_form chosen
                                join reconciliation.comparison comparison on comparison.form_id = chosen.id
                                join reconciliation.field_verdict verdict
                                    on verdict.form_id = comparison.form_id and verdict.verdict = 'differs'
                                where not exists (
                                      select from reconciliation.decision decision
                                      where decision.form_id = verdict.form_id
                                        and decision.version = comparison.version
                                        and decision.field = verdict.field and decision.undone_at is null)
                                """).query(Long.class).list());
    }

    public Map<FormId, Map<String, String>> decidedValues(FormSet forms) {
        chosenForms.stage(forms);
        Map<FormId, Map<String, String>> values = new HashMap<>();
        jdbc.sql("""
                        select distinct on (decision.form_id, decision.field)
                               decision.form_id, decision.field, decision.chosen_source, decision.chosen_value
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        join reconciliation.decision decision
                            on decision.form_id = form.id and decision.version = form.current_version
                        where decision.field <> '' and decision.undone_at is null
                        order by decision.form_id, decision.field, decision.id desc
                        """).query(row -> {
            String value = row.getString(4);
            if (!row.getString(3).equals("form") && value != null) {
                values.computeIfAbsent(new FormId(row.getLong(1)), key -> new HashMap<>())
                        .put(row.getString(2), value);
            }
        });
        return values;
    }

    /** Forms of the set that already have a standing acceptance of their current version. */
    public FormSet accepted(FormSet forms) {
        chosenForms.stage(forms);
        return set(jdbc.sql("""
                        select distinct form.id
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        join reconciliation.decision decision
                            on decision.form_id = form.id and decision.version = form.current_version
                        where decision.field = '' and decision.undone_at is null
                        """).query(Long.class).list());
    }

    /** For every field that the rule explains and nobody decided, a decision for what the form says. */
    public FormSet acceptExplained(FormSet forms, String rule, Instant until, String reason, Actor actor, Instant at) {
        chosenForms.stage(forms);
        return set(Scoped.by(jdbc.sql("""
                        with accepted as (
                            insert into reconciliation.decision
                                (form_id, version, field, chosen_source, chosen_value, reason, decided_by, decided_at,
                                 seen_form, seen_residence, seen_archive, is_seen)
                            select verdict.form_id, comparison.version, verdict.field, 'form', verdict.form_value,
                                   :reason, :login, :at, verdict.form_value, verdict.residence_value,
                                   verdict.archive_value, true
                            from chosen_form chosen
                            join intake.form form on form.id = chosen.id
                            join reconciliation.comparison comparison
                                on comparison.form_id = form.id and comparison.version = form.current_version
                            join reconciliation.field_verdict verdict
                                on verdict.form_id = form.id and verdict.verdict = 'explained'
                            where verdict.rule = :rule and comparison.compared_at <= :until
                              and not exists (select from reconciliation.decision decision
                                              where decision.form_id = form.id and decision.field = verdict.field
                                                and decision.version = comparison.version
                                                and decision.undone_at is null)
                              and
                        """ + Scoped.IN_AREA + """
                            order by verdict.form_id, verdict.field
                            returning form_id)
                        select distinct form_id from accepted order by form_id
                        """), actor.scope())
                .param("rule", rule)
                .param("until", Timestamp.from(until))
                .param("reason", reason)
                .param("login", actor.login())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .list());
    }

    private static FormSet set(List<Long> keys) {
        return FormSet.ofKeys(keys.stream().mapToLong(Long::longValue).toArray());
    }
}
