package vn.dancu.web.db;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** What a round may draw from, and which forms wait for a visit. */
@Repository
public class VerificationQueries {
    private final JdbcClient jdbc;

    VerificationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forms that wait for a visit. */
    @Transactional(readOnly = true)
    public FormSet waiting(AreaScope scope) {
        return FormSet.of(Area.scoped(jdbc.sql("""
                        select form.id from journey.form_state state
                        join intake.form form on form.id = state.form_id
                        where state.verification in ('PLANNED', 'NOT_MET') and state.stage = 'RECONCILED'
                          and state.hold_since is null and
                        """ + Area.CLAUSE), scope)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    @Transactional(readOnly = true)
    public int countWaiting(AreaScope scope) {
        return Area.scoped(jdbc.sql("""
                        select count(*) from journey.form_state state
                        join intake.form form on form.id = state.form_id
                        where state.verification in ('PLANNED', 'NOT_MET') and state.stage = 'RECONCILED'
                          and state.hold_since is null and
                        """ + Area.CLAUSE), scope)
                .query(Integer.class)
                .single();
    }

    /** How many reconciled forms of a unit lie in no lot, and on how many of them the sources contradict each other. */
    public record Pool(String unit, int forms, int contradictory) {}

    @Transactional(readOnly = true)
    public List<Pool> pools(AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("""
                        select form.commune_code, count(*),
                               count(*) filter (where exists (
                                   select from reconciliation.field_verdict verdict
                                   where verdict.form_id = form.id and verdict.verdict = 'differs'))
                        from journey.form_state state
                        join intake.form form on form.id = state.form_id
                        where state.stage = 'RECONCILED' and state.verification = 'NOT_PLANNED'
                          and state.hold_since is null and form.commune_code is not null
                          and not exists (select from verification.lot_form lot where lot.form_id = form.id) and
                        """ + Area.CLAUSE + " group by form.commune_code order by form.commune_code"), scope)
                .query((row, number) -> new Pool(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    private static final String PLANNABLE = """
            select form.id from journey.form_state state
            join intake.form form on form.id = state.form_id
            where state.stage = 'RECONCILED' and state.verification = 'NOT_PLANNED' and state.hold_since is null and
            """;

    /** Reconciled forms that no plan has picked. */
    @Transactional(readOnly = true)
    public FormSet plannable(AreaScope scope) {
        return FormSet.of(Area.scoped(jdbc.sql(PLANNABLE + Area.CLAUSE), scope)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }

    /** Of these, forms on which the sources contradicted each other. */
    @Transactional(readOnly = true)
    public FormSet contradictory(AreaScope scope) {
        return FormSet.of(Area.scoped(jdbc.sql(PLANNABLE + Area.CLAUSE + """
                                 and exists (select from reconciliation.field_verdict verdict
                                            where verdict.form_id = form.id and verdict.verdict = 'differs')
                                """), scope)
                .query((row, number) -> new FormId(row.getLong(1)))
                .list());
    }
}
