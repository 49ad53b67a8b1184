package vn.dancu.verification.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.FormField;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;
import vn.dancu.verification.Visit;

/** Plans and visits in PostgreSQL. */
@Repository
public class VisitStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ChosenForms chosenForms;

    VisitStore(JdbcClient jdbc, JdbcTemplate template, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.template = template;
        this.chosenForms = chosenForms;
    }

    /** What a visit is judged by; texts are empty, never null. */
    public record Visited(
            int version, String communeCode, String residentialGroup, String collector, Set<String> authors) {}

    public FormSet insertPlan(
            String name,
            long seed,
            double share,
            FormSet sample,
            FormSet contradictory,
            String plannedBy,
            Instant plannedAt) {
        long plan = jdbc.sql("""
                        insert into verification.plan (name, seed, share, made_by, made_at)
                        values (:name, :seed, :share, :plannedBy, :plannedAt) returning id
                        """)
                .param("name", name)
                .param("seed", seed)
                .param("share", share)
                .param("plannedBy", plannedBy)
                .param("plannedAt", Timestamp.from(plannedAt))
                .query(Long.class)
                .single();
        insertPicks(plan, contradictory, "CONTRADICTION");
        insertPicks(plan, sample, "SAMPLE");
        return FormSet.ofKeys(jdbc
                .sql("select form_id from verification.planned_form where plan_id = :plan")
                .param("plan", plan)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    private void insertPicks(long plan, FormSet forms, String why) {
        chosenForms.stage(forms);
        jdbc.sql("""
                        insert into verification.planned_form (plan_id, form_id, why)
                        select :plan, chosen.id, :why from chosen_form chosen
                        on conflict (form_id) do nothing
                        """).param("plan", plan).param("why", why).update();
    }

    public Map<Long, Visited> visited(FormSet forms) {
        chosenForms.stage(forms);
        Map<Long, Visited> found = new HashMap<>();
        jdbc.sql("""
                        select form.id, form.current_version, form.commune_code, form.residential_group, form.collector,
                               array(select distinct version.created_by from intake.form_version version
                                     where version.form_id = form.id and version.origin <> 'import') as authors
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        """).query(row -> {
            String commune = row.getString(3);
            String group = row.getString(4);
            String collector = row.getString(5);
            found.put(
                    row.getLong(1),
                    new Visited(
                            row.getInt(2),
                            commune == null ? "" : commune,
                            group == null ? "" : group,
                            collector == null ? "" : collector,
                            Set.of((String[]) row.getArray(6).getArray())));
        });
        return found;
    }

    public void insertVisits(List<Visit> visits, String recordedBy, Instant recordedAt) {
        insertVisits(visits, null, recordedBy, recordedAt);
    }

    /** @param attempt the call at the home that they were part of; null for a visit without a sheet */
    public void insertVisits(List<Visit> visits, @Nullable Long attempt, String recordedBy, Instant recordedAt) {
        if (visits.isEmpty()) {
            return;
        }
        List<Long> ids =
                jdbc.sql("""
                        select nextval(pg_get_serial_sequence('verification.visit', 'id'))
                        from generate_series(1, :count)
                        """).param("count", visits.size()).query(Long.class).list();
        template.batchUpdate(
                """
                insert into verification.visit
                    (id, form_id, version, visitor, visited_at, outcome, recorded_by, recorded_at, attempt_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                java.util.stream.IntStream.range(0, visits.size())
                        .mapToObj(i -> {
                            Visit visit = visits.get(i);
                            return new @Nullable Object[] {
                                ids.get(i),
                                visit.form().value(),
                                visit.version(),
                                visit.visitor(),
                                Timestamp.from(visit.visitedAt()),
                                visit.outcome().name(),
                                recordedBy,
                                Timestamp.from(recordedAt),
                                attempt
                            };
                        })
                        .toList());
        template.batchUpdate(
                """
                insert into verification.visit_field (visit_id, field, answer, value, paper) values (?, ?, ?, ?, ?)
                """,
                java.util.stream.IntStream.range(0, visits.size())
                        .boxed()
                        .flatMap(i -> visits.get(i).fields().entrySet().stream().map(entry -> new Object[] {
                            ids.get(i),
                            column(entry.getKey()),
                            entry.getValue().kind().name(),
                            entry.getValue().value(),
                            entry.getValue().paper()
                        }))
                        .toList());
    }

    private static String column(FormField field) {
        return field.column();
    }

    public Map<Visit.Outcome, FormSet> latestOutcomes(FormSet forms) {
        chosenForms.stage(forms);
        Map<Visit.Outcome, long[]> keys = new EnumMap<>(Visit.Outcome.class);
        jdbc.sql("""
                        select latest.outcome, array_agg(latest.form_id) from (
                            select distinct on (visit.form_id) visit.form_id, visit.outcome
                            from chosen_form chosen
                            join verification.visit visit on visit.form_id = chosen.id
                            order by visit.form_id, visit.id desc) latest
                        group by latest.outcome
                        """).query(row -> {
            keys.put(
                    Visit.Outcome.valueOf(row.getString(1)),
                    Arrays.stream((Long[]) row.getArray(2).getArray())
                            .mapToLong(Long::longValue)
                            .toArray());
        });
        Map<Visit.Outcome, FormSet> outcomes = new EnumMap<>(Visit.Outcome.class);
        for (Visit.Outcome outcome : Visit.Outcome.values()) {
            outcomes.put(outcome, FormSet.ofKeys(keys.getOrDefault(outcome, new long[0])));
        }
        return outcomes;
    }

    /** Items that the last visit found wrong, with what is right, as long as the form is the version that was visited. */
    public Map<FormField, Visit.Answer> foundWrong(FormId form) {
        Map<FormField, Visit.Answer> found = new EnumMap<>(FormField.class);
        jdbc.sql("""
                        select answer.field, answer.value, answer.paper
                        from (select visit.id, visit.version from verification.visit visit
                              where visit.form_id = :form order by visit.id desc limit 1) last
                        join verification.visit_field answer on answer.visit_id = last.id and answer.answer = 'DIFFER'
                        join intake.form form on form.id = :form and form.current_version = last.version
                        """).param("form", form.value()).query(row -> {
            String value = row.getString(2);
            String paper = row.getString(3);
            FormField.byColumn(row.getString(1))
                    .ifPresent(field -> found.put(field, Visit.Answer.differ(value == null ? "" : value, paper)));
        });
        return found;
    }

    public FormSet differingUncorrected(FormSet forms) {
        chosenForms.stage(forms);
        return FormSet.ofKeys(jdbc.sql("""
                                select latest.form_id from (
                                    select distinct on (visit.form_id) visit.form_id, visit.version, visit.outcome
                                    from chosen_form chosen
                                    join verification.visit visit on visit.form_id = chosen.id
                                    order by visit.form_id, visit.id desc) latest
                                join intake.form form on form.id = latest.form_id
                                where latest.outcome = 'DIFFERED' and form.current_version = latest.version
                                """).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }
}
