package vn.dancu.cli.db;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The result files of a batch as the database streams them; forms in the order of the import file. */
@Repository
public class ResultQueries {
    private static final int FETCH = 5_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    ResultQueries(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** The files that are one query, by name; each is pinned to its columns. */
    public enum File {
        FORMS("forms.csv", """
                select form.form_no, state.stage, coalesce(comparison.outcome, '') as outcome
                from intake.form form
                join journey.form_state state on state.form_id = form.id
                left join reconciliation.comparison comparison on comparison.form_id = form.id
                order by form.id
                """),
        RECONCILIATION("reconciliation.csv", """
                select form.form_no,
                       residence.entry_no as residence_entry_no,
                       round(comparison.residence_weight::numeric, 4) as residence_weight,
                       comparison.residence_state,
                       archive.entry_no as archive_entry_no,
                       round(comparison.archive_weight::numeric, 4) as archive_weight,
                       comparison.archive_state,
                       comparison.outcome,
                       array_to_string(comparison.differing_fields, '|') as differing_fields
                from intake.form form
                join reconciliation.comparison comparison on comparison.form_id = form.id
                left join sources.residence_entry residence on residence.id = comparison.residence_entry_id
                left join sources.archive_entry archive on archive.id = comparison.archive_entry_id
                order by form.id
                """),
        DUPLICATES("duplicates.csv", """
                select duplicate.cluster_id, form.form_no, round(duplicate.weight::numeric, 4) as weight
                from reconciliation.duplicate duplicate
                join intake.form form on form.id = duplicate.form_id
                order by duplicate.cluster_id, form.id
                """),
        NOT_IN_BOOKS("not-in-books.csv", """
                select form.form_no
                from reconciliation.comparison comparison
                join intake.form form on form.id = comparison.form_id
                where comparison.outcome = 'NOT_IN_BOOKS'
                order by form.id
                """),
        MISSING_FORMS("missing-forms.csv", """
                select entry.entry_no as residence_entry_no, entry.commune_code, entry.residential_group
                from reconciliation.missing_entry entry
                order by entry.id
                """);

        private final String fileName;
        private final String query;

        File(String fileName, String query) {
            this.fileName = fileName;
            this.query = query;
        }

        public String fileName() {
            return fileName;
        }
    }

    /** Streams one file as CSV: UTF-8, comma, header. */
    @Transactional(readOnly = true)
    public void copy(File file, OutputStream out) {
        template.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + file.query + ") to stdout with (format csv, header, encoding 'UTF8')", out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** One finding of a form's current version. */
    public record FindingRow(String formNo, String code, String severity, String field, String detailsJson) {}

    /** Takes rows one by one. */
    public interface RowSink<T> {
        void accept(T row);
    }

    @Transactional(readOnly = true)
    public void findings(RowSink<FindingRow> sink) {
        stream(
                """
                select form.form_no, finding.code, finding.severity, finding.field, finding.details::text
                from intake.form form
                join quality.finding finding
                    on finding.form_id = form.id and finding.version = form.current_version
                order by form.id, finding.id
                """,
                row -> sink.accept(new FindingRow(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))));
    }

    /** One field of a linked form whose verdict is not plain agreement. */
    public record VerdictRow(
            String formNo,
            String field,
            String form,
            String residenceBook,
            String archive,
            String verdict,
            String rule,
            String suggestedSource,
            String reason) {}

    @Transactional(readOnly = true)
    public void verdicts(RowSink<VerdictRow> sink) {
        stream(
                """
                select form.form_no, verdict.field, coalesce(verdict.form_value, ''),
                       coalesce(verdict.residence_value, ''), coalesce(verdict.archive_value, ''),
                       verdict.verdict, verdict.rule, verdict.suggested_source, verdict.reason
                from intake.form form
                join reconciliation.field_verdict verdict on verdict.form_id = form.id
                order by form.id, verdict.field
                """,
                row -> sink.accept(new VerdictRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9))));
    }

    /** What a form was linked with; entry numbers are empty where there is none. */
    public record LinkRow(
            String formNo, String residenceEntryNo, String archiveEntryNo, String outcome, String household) {
        public String entryNo(boolean ofBook) {
            return ofBook ? residenceEntryNo : archiveEntryNo;
        }
    }

    @Transactional(readOnly = true)
    public void links(RowSink<LinkRow> sink) {
        stream(
                """
                select form.form_no, coalesce(residence.entry_no, ''), coalesce(archive.entry_no, ''),
                       comparison.outcome, coalesce(form.household_key, '')
                from intake.form form
                join reconciliation.comparison comparison on comparison.form_id = form.id
                left join sources.residence_entry residence on residence.id = comparison.residence_entry_id
                left join sources.archive_entry archive on archive.id = comparison.archive_entry_id
                """,
                row -> sink.accept(new LinkRow(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))));
    }

    /** Forms by stage, findings by code and severity, comparisons by outcome; each as {@code kind/name → count}. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select 'forms', 'all', count(*) from intake.form
                        union all select 'stage', stage, count(*) from journey.form_state group by stage
                        union all select 'outcome', outcome, count(*) from reconciliation.comparison group by outcome
                        union all select 'severity', severity, count(*) from quality.finding finding
                            join intake.form form
                            on form.id = finding.form_id and form.current_version = finding.version group by severity
                        union all select 'finding', code, count(*) from quality.finding finding
                            join intake.form form
                            on form.id = finding.form_id and form.current_version = finding.version group by code
                        union all select 'residence', residence_state, count(*)
                            from reconciliation.comparison group by residence_state
                        union all select 'archive', archive_state, count(*)
                            from reconciliation.comparison group by archive_state
                        union all select 'duplicates', 'clusters', count(distinct cluster_id)
                            from reconciliation.duplicate
                        union all select 'duplicates', 'forms', count(*) from reconciliation.duplicate
                        union all select 'sources', 'residence-book', count(*) from sources.residence_entry
                        union all select 'sources', 'archive', count(*) from sources.archive_entry
                        """).query(row -> {
            counts.put(row.getString(1) + "/" + row.getString(2), row.getLong(3));
        });
        return counts;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void stream(String query, RowReader reader) {
        template.execute((ConnectionCallback<Boolean>) connection -> {
            try (java.sql.PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
            return true;
        });
    }
}
