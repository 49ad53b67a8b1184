package vn.dancu.quality.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.quality.FindingRow;
import vn.dancu.shared.Finding;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Json;
import vn.dancu.shared.Severity;
import vn.dancu.shared.db.ChosenForms;
import vn.dancu.shared.db.CopyIn;
import vn.dancu.shared.db.CopyRows;

/** What was found, and what was lifted. Only findings of a form's current version count. */
@Repository
public class FindingStore {
    private final JdbcClient jdbc;
    private final ChosenForms chosenForms;
    private final CopyIn copyIn;

    FindingStore(JdbcClient jdbc, ChosenForms chosenForms, CopyIn copyIn) {
        this.jdbc = jdbc;
        this.chosenForms = chosenForms;
        this.copyIn = copyIn;
    }

    /** A finding on one version of one form. */
    public record Found(long formId, int version, Finding finding) {}

    /**
     * Makes the findings of the current version of {@code forms} those in {@code found}. One that was lifted earlier and
     * is found again on the same version, field and code stays lifted.
     *
     * @param found at most one for each form, version, code and field
     */
    public void replace(FormSet forms, List<Found> found, Instant at) {
        chosenForms.stage(forms);
        boolean checkedBefore = jdbc.sql("""
                        select exists (select from chosen_form chosen
                                       join quality.finding finding on finding.form_id = chosen.id)
                        """).query(Boolean.class).single();
        if (!checkedBefore) {
            copy("quality.finding", found, at);
            return;
        }
        jdbc.sql("""
                        create temp table if not exists found_now
                            (form_id bigint, version integer, code text, severity text, field text, details jsonb,
                             found_at timestamptz) on commit drop
                        """).update();
        jdbc.sql("truncate found_now").update();
        copy("found_now", found, at);
        jdbc.sql("analyze found_now").update();
        jdbc.sql("""
                        delete from quality.finding finding
                        using chosen_form chosen, intake.form form
                        where finding.form_id = chosen.id and form.id = chosen.id
                          and finding.version = form.current_version and finding.lifted_by is null
                        """).update();
        jdbc.sql("""
                        insert into quality.finding (form_id, version, code, severity, field, details, found_at)
                        select form_id, version, code, severity, field, details, found_at from found_now
                        on conflict on constraint finding_stands_once do nothing
                        """).update();
    }

    private void copy(String table, List<Found> found, Instant at) {
        List<String> columns = List.of("form_id", "version", "code", "severity", "field", "details", "found_at");
        copyIn.into(table, columns, rows -> {
            for (Found one : found) {
                add(rows, one, at);
            }
        });
    }

    private static void add(CopyRows rows, Found one, Instant at) {
        Finding finding = one.finding();
        String details = finding.details().isEmpty() ? "{}" : Json.object(finding.details());
        rows.add(one.formId(), one.version(), finding.code(), finding.severity(), finding.field(), details, at);
    }

    /** Forms with a finding of this severity that nobody has lifted. */
    public FormSet standing(FormSet forms, Severity severity) {
        chosenForms.stage(forms);
        return FormSet.ofKeys(jdbc.sql("""
                                select distinct finding.form_id from chosen_form chosen
                                join intake.form form on form.id = chosen.id
                                join quality.finding finding
                                    on finding.form_id = form.id and finding.version = form.current_version
                                where finding.severity = :severity and finding.lifted_by is null
                                """).param("severity", severity.name()).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /** Findings by form, the gravest first; forms without any have no entry. */
    public Map<FormId, List<FindingRow>> rows(FormSet forms) {
        chosenForms.stage(forms);
        Map<FormId, List<FindingRow>> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        select form.id, finding.code, finding.severity, finding.field,
                               array(select key from jsonb_each_text(finding.details) order by key),
                               array(select value from jsonb_each_text(finding.details) order by key),
                               finding.lifted_by, finding.lifted_at, finding.lifted_reason
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        join quality.finding finding
                            on finding.form_id = form.id and finding.version = form.current_version
                        order by form.id,
                                 case finding.severity when 'BLOCKING' then 0 when 'EXPLAIN' then 1 else 2 end,
                                 finding.code, finding.field
                        """).query(row -> {
            rows.computeIfAbsent(new FormId(row.getLong(1)), key -> new ArrayList<>())
                    .add(row(row));
        });
        return rows;
    }

    private static FindingRow row(ResultSet row) throws SQLException {
        String[] keys = (String[]) row.getArray(5).getArray();
        String[] values = (String[]) row.getArray(6).getArray();
        Map<String, String> details = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            details.put(keys[i], values[i]);
        }
        Timestamp liftedAt = row.getTimestamp(8);
        return new FindingRow(
                new Finding(row.getString(2), Severity.valueOf(row.getString(3)), row.getString(4), details),
                row.getString(7),
                liftedAt == null ? null : liftedAt.toInstant(),
                row.getString(9));
    }

    /** Where a form belongs, and who has had a hand in it. */
    public record Handled(int version, String communeCode, String residentialGroup, Set<String> hands) {}

    /** Where the forms belong; hands are the collector and whoever typed or corrected a version. */
    public Map<Long, Handled> handled(FormSet forms) {
        chosenForms.stage(forms);
        Map<Long, Handled> handled = new HashMap<>();
        jdbc.sql("""
                        select form.id, form.current_version, coalesce(form.commune_code, ''),
                               coalesce(form.residential_group, ''),
                               array(select distinct version.created_by from intake.form_version version
                                     where version.form_id = form.id and version.origin <> 'import')
                                   || coalesce(form.collector, '')
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        """).query(row -> {
            handled.put(
                    row.getLong(1),
                    new Handled(row.getInt(2), row.getString(3), row.getString(4), Set.of(distinct((String[])
                            row.getArray(5).getArray()))));
        });
        return handled;
    }

    private static String[] distinct(String[] texts) {
        return java.util.Arrays.stream(texts).distinct().toArray(String[]::new);
    }

    /**
     * Lifts standing findings of the current version.
     *
     * @param code null for every EXPLAIN finding
     * @return how many findings were lifted
     */
    public int lift(
            FormSet forms,
            Severity severity,
            @Nullable Set<String> codes,
            @Nullable String field,
            String reason,
            String by,
            Instant at) {
        chosenForms.stage(forms);
        return jdbc.sql("""
                        update quality.finding finding
                        set lifted_by = :by, lifted_at = :at, lifted_reason = :reason
                        from chosen_form chosen
                        join intake.form form on form.id = chosen.id
                        where finding.form_id = form.id and finding.version = form.current_version
                          and finding.severity = :severity and finding.lifted_by is null
                          and (:every or finding.code = any(:codes))
                          and (cast(:field as text) is null or finding.field = :field)
                        """)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("severity", severity.name())
                .param("every", codes == null)
                .param("codes", codes == null ? new String[0] : codes.toArray(String[]::new))
                .param("field", field)
                .update();
    }

    /** Opens a case for a new number, or answers the one that is open for this version. */
    public long openReissueCase(FormId form, int version, Set<String> codes, String reason, String by, Instant at) {
        Optional<Long> opened = jdbc.sql("""
                        insert into quality.reissue_case (form_id, version, codes, reason, opened_by, opened_at)
                        values (:form, :version, :codes, :reason, :by, :at)
                        on conflict on constraint one_case_per_version
                            do update set codes = excluded.codes
                        returning id
                        """)
                .param("form", form.value())
                .param("version", version)
                .param("codes", codes.toArray(String[]::new))
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
        return opened.orElseThrow();
    }
}
