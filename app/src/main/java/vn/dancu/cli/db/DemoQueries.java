package vn.dancu.cli.db;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;

/** What the demo's player of officers' decisions looks up before he acts. */
@Repository
public class DemoQueries {
    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;

    DemoQueries(JdbcClient jdbc, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
    }

    /** The set by ward; forms whose commune is blank stand under the empty text. */
    @Transactional
    public Map<String, FormSet> byCommune(FormSet forms) {
        chosenForms.stage(forms);
        Map<String, FormSet> wards = new LinkedHashMap<>();
        jdbc.sql("""
                        select coalesce(form.commune_code, ''), array_agg(form.id)
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        group by 1 order by 1
                        """).query(row -> {
            wards.put(row.getString(1), set((Long[]) row.getArray(2).getArray()));
        });
        return wards;
    }

    /** Forms of whole households of a ward, group by group: no more than so many. */
    @Transactional(readOnly = true)
    public FormSet households(String commune, int most) {
        return FormSet.ofKeys(
                jdbc.sql("""
                                select form.id
                                from intake.form form
                                join (select household_key,
                                             sum(count(*)) over (order by min(residential_group), household_key) as upto
                                      from intake.form
                                      where commune_code = :commune and household_key is not null
                                      group by household_key) household
                                    on household.household_key = form.household_key
                                where household.upto <= :most
                                """).param("commune", commune).param("most", most).query(Long.class).list().stream()
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    /** Compared forms of an outcome that stand at CHECKED. */
    @Transactional(readOnly = true)
    public FormSet checkedWithOutcome(String outcome) {
        return FormSet.ofKeys(jdbc.sql("""
                                select comparison.form_id from reconciliation.comparison comparison
                                join journey.form_state state on state.form_id = comparison.form_id
                                where comparison.outcome = :outcome and state.stage = 'CHECKED'
                                """).param("outcome", outcome).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /** A field that waits for an officer's decision. */
    public record OpenVerdict(long formId, String formNo, int version, String field, String suggestedSource) {}

    @Transactional
    public List<OpenVerdict> openVerdicts(FormSet forms) {
        chosenForms.stage(forms);
        return jdbc.sql("""
                        select form.id, form.form_no, form.current_version, verdict.field, verdict.suggested_source
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        join reconciliation.field_verdict verdict on verdict.form_id = chosen.id
                        where verdict.verdict = 'differs'
                        order by form.id, verdict.field
                        """)
                .query((row, number) -> new OpenVerdict(
                        row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** How many forms stand at each stage. */
    @Transactional(readOnly = true)
    public Map<String, Long> stages() {
        Map<String, Long> stages = new LinkedHashMap<>();
        jdbc.sql("select stage, count(*) from journey.form_state group by stage order by stage")
                .query(row -> {
                    stages.put(row.getString(1), row.getLong(2));
                });
        return stages;
    }

    private static FormSet set(Long[] keys) {
        return FormSet.ofKeys(Arrays.stream(keys).mapToLong(Long::longValue).toArray());
    }
}
