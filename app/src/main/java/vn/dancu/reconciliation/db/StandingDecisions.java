package vn.dancu.reconciliation.db;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/**
 * What becomes of decisions when a form is compared anew: one that rests on what has not changed goes over to the new
 * version, one that rests on what another entry said stands no more. Set by set, after the verdicts are written.
 */
@Repository
public class StandingDecisions {
    /** Who takes back a decision that a comparison overtook. */
    public static final String COMPARISON = "comparison";

    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    StandingDecisions(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /** @return how many decisions went over to a new version, and how many stand no more */
    public Settled settle(FormSet forms, Instant at) {
        chosenForms.stage(forms);
        int overtaken = overtaken(at);
        return new Settled(fields() + wholeForms(), overtaken);
    }

    public record Settled(int carried, int overtaken) {}

    /** Of the version at hand: the sources say something else of the field now, because another entry is linked. */
    private int overtaken(Instant at) {
        return jdbc.sql("""
                        update reconciliation.decision decision set undone_by = :comparison, undone_at = :at
                        from chosen_form chosen
                        join reconciliation.comparison comparison on comparison.form_id = chosen.id
                        where decision.form_id = chosen.id and decision.version = comparison.version
                          and decision.undone_at is null and decision.is_seen
                          and case when decision.field = ''
                              then decision.seen_outcome is distinct from comparison.outcome
                              else not exists (
                                  select from reconciliation.field_verdict verdict
                                  where verdict.form_id = decision.form_id and verdict.field = decision.field
                                    and verdict.verdict in ('differs', 'explained')
                                    and verdict.form_value is not distinct from decision.seen_form
                                    and verdict.residence_value is not distinct from decision.seen_residence
                                    and verdict.archive_value is not distinct from decision.seen_archive)
                              end
                        """)
                .param("comparison", COMPARISON)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The latest standing decision on a field, where form and sources say of it what they said then. */
    private int fields() {
        return jdbc.sql("""
                        insert into reconciliation.decision
                            (form_id, version, field, chosen_source, chosen_value, reason, evidence_kind, evidence_no,
                             evidence_issuer, evidence_date, decided_by, decided_at,
                             seen_form, seen_residence, seen_archive, is_seen, carried_from)
                        select last.form_id, comparison.version, last.field, last.chosen_source, last.chosen_value,
                               last.reason, last.evidence_kind, last.evidence_no, last.evidence_issuer,
                               last.evidence_date, last.decided_by, last.decided_at,
                               last.seen_form, last.seen_residence, last.seen_archive, true, last.id
                        from (select distinct on (decision.form_id, decision.field)
                                     decision.id, decision.form_id, decision.version, decision.field,
                                     decision.chosen_source, decision.chosen_value, decision.reason,
                                     decision.evidence_kind, decision.evidence_no, decision.evidence_issuer,
                                     decision.evidence_date, decision.decided_by, decision.decided_at,
                                     decision.seen_form, decision.seen_residence, decision.seen_archive,
                                     decision.is_seen, decision.undone_at
                              from chosen_form chosen
                              join reconciliation.decision decision on decision.form_id = chosen.id
                              where decision.field <> ''
                              order by decision.form_id, decision.field, decision.version desc,
                                       (decision.undone_at is null) desc, decision.id desc) last
                        join reconciliation.comparison comparison on comparison.form_id = last.form_id
                        join reconciliation.field_verdict verdict
                            on verdict.form_id = last.form_id and verdict.field = last.field
                        where last.version < comparison.version and last.undone_at is null and last.is_seen
                          and verdict.verdict in ('differs', 'explained')
                          and verdict.form_value is not distinct from last.seen_form
                          and verdict.residence_value is not distinct from last.seen_residence
                          and verdict.archive_value is not distinct from last.seen_archive
                        """).update();
    }

    /** An acceptance of the form as it stands, where who it is and how the comparison ended are what they were. */
    private int wholeForms() {
        return jdbc.sql("""
                        insert into reconciliation.decision
                            (form_id, version, field, chosen_source, chosen_value, reason, decided_by, decided_at,
                             seen_outcome, is_seen, carried_from)
                        select last.form_id, comparison.version, '', last.chosen_source, last.chosen_value, last.reason,
                               last.decided_by, last.decided_at, last.seen_outcome, true, last.id
                        from (select distinct on (decision.form_id)
                                     decision.id, decision.form_id, decision.version, decision.chosen_source,
                                     decision.chosen_value, decision.reason, decision.decided_by, decision.decided_at,
                                     decision.seen_outcome, decision.is_seen, decision.undone_at
                              from chosen_form chosen
                              join reconciliation.decision decision on decision.form_id = chosen.id
                              where decision.field = ''
                              order by decision.form_id, decision.version desc, (decision.undone_at is null) desc,
                                       decision.id desc) last
                        join reconciliation.comparison comparison on comparison.form_id = last.form_id
                        join intake.form_version old
                            on old.form_id = last.form_id and old.version = last.version
                        join intake.form_version now
                            on now.form_id = last.form_id and now.version = comparison.version
                        where last.version < comparison.version and last.undone_at is null and last.is_seen
                          and last.seen_outcome = comparison.outcome
                          and (old.full_name, old.birth_date, old.sex, old.personal_id, old.old_id, old.commune_code,
                               old.household_book_no)
                              is not distinct from
                              (now.full_name, now.birth_date, now.sex, now.personal_id, now.old_id, now.commune_code,
                               now.household_book_no)
                        """).update();
    }
}
