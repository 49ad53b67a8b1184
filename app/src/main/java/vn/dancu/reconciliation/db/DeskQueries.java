package vn.dancu.reconciliation.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.reconciliation.Agreement;
import vn.dancu.reconciliation.Comparison.Candidate;
import vn.dancu.reconciliation.Comparison.DecisionTaken;
import vn.dancu.reconciliation.Comparison.OtherForm;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.MissingForm;
import vn.dancu.reconciliation.Outcome;
import vn.dancu.reconciliation.Source;
import vn.dancu.reconciliation.SourceState;
import vn.dancu.reconciliation.Suggestion;
import vn.dancu.shared.FormId;

/** What the desk looks up about one form, and the list of who is missing. */
@Repository
public class DeskQueries {
    private final JdbcClient jdbc;

    DeskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comparison as stored; an entry is 0 where none is linked. */
    public record Compared(
            int version,
            Instant comparedAt,
            long residenceEntry,
            @Nullable Double residenceWeight,
            SourceState residenceState,
            long archiveEntry,
            @Nullable Double archiveWeight,
            SourceState archiveState,
            Outcome outcome,
            String communeCode,
            String residentialGroup) {}

    public Optional<Compared> compared(FormId form) {
        return jdbc.sql("""
                        select comparison.version, comparison.compared_at, coalesce(comparison.residence_entry_id, 0),
                               comparison.residence_weight, comparison.residence_state,
                               coalesce(comparison.archive_entry_id, 0), comparison.archive_weight,
                               comparison.archive_state, comparison.outcome,
                               coalesce(form.commune_code, ''), coalesce(form.residential_group, '')
                        from reconciliation.comparison comparison
                        join intake.form form on form.id = comparison.form_id
                        where comparison.form_id = :form
                        """)
                .param("form", form.value())
                .query((row, number) -> new Compared(
                        row.getInt(1),
                        row.getTimestamp(2).toInstant(),
                        row.getLong(3),
                        number(row, 4),
                        SourceState.valueOf(row.getString(5)),
                        row.getLong(6),
                        number(row, 7),
                        SourceState.valueOf(row.getString(8)),
                        Outcome.valueOf(row.getString(9)),
                        row.getString(10),
                        row.getString(11)))
                .optional();
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    public List<FieldVerdict> verdicts(FormId form) {
        return jdbc.sql("""
                        select field, form_value, residence_value, archive_value, verdict, rule, suggested_source, reason
                        from reconciliation.field_verdict where form_id = :form
                        """)
                .param("form", form.value())
                .query((row, number) -> new FieldVerdict(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Agreement.byCode(row.getString(5)),
                        row.getString(6),
                        suggestion(row.getString(7), row.getString(8))))
                .list();
    }

    private static @Nullable Suggestion suggestion(String source, String reason) {
        return Source.byCode(source).map(found -> new Suggestion(found, reason)).orElse(null);
    }

    public List<Candidate> candidates(FormId form) {
        return jdbc.sql("""
                        select candidate.source, candidate.entry_id, candidate.weight,
                               coalesce(book.entry_no, archive.entry_no), coalesce(book.full_name, archive.full_name),
                               coalesce(book.birth_date, archive.birth_date),
                               coalesce(book.commune_code, archive.commune_code),
                               coalesce(book.household_book_no, archive.envelope_no)
                        from reconciliation.candidate candidate
                        left join sources.residence_entry book
                            on candidate.source = 'residence-book' and book.id = candidate.entry_id
                        left join sources.archive_entry archive
                            on candidate.source = 'archive' and archive.id = candidate.entry_id
                        where candidate.form_id = :form
                        order by candidate.source desc, candidate.weight desc
                        """)
                .param("form", form.value())
                .query((row, number) -> new Candidate(
                        Source.byCode(row.getString(1)).orElseThrow(),
                        row.getLong(2),
                        row.getString(4),
                        row.getDouble(3),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    public List<DecisionTaken> decisions(FormId form) {
        return jdbc.sql("""
                        select id, version, field, chosen_source, chosen_value, reason, evidence_kind, evidence_no,
                               evidence_issuer, evidence_date, decided_by, decided_at, undone_by, undone_at,
                               coalesce(carried_from, 0)
                        from reconciliation.decision where form_id = :form order by id
                        """)
                .param("form", form.value())
                .query((row, number) -> new DecisionTaken(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        Source.byCode(row.getString(4)).orElseThrow(),
                        row.getString(5),
                        row.getString(6),
                        evidence(row),
                        row.getString(11),
                        row.getTimestamp(12).toInstant(),
                        row.getString(13),
                        instant(row.getTimestamp(14)),
                        row.getLong(15)))
                .list();
    }

    private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
        String kind = row.getString(7);
        if (kind == null) {
            return null;
        }
        Date date = row.getDate(10);
        return new Evidence(kind, row.getString(8), row.getString(9), date == null ? null : date.toLocalDate());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Of the same cluster, the form itself left out. */
    public List<OtherForm> otherForms(FormId form) {
        return jdbc.sql("""
                        select other.form_id, form.form_no, other.keeps, other.weight
                        from reconciliation.duplicate own
                        join reconciliation.duplicate other
                            on other.cluster_id = own.cluster_id and other.form_id <> own.form_id
                        join intake.form form on form.id = other.form_id
                        where own.form_id = :form
                        order by other.keeps desc, other.form_id
                        """)
                .param("form", form.value())
                .query((row, number) -> new OtherForm(
                        new FormId(row.getLong(1)), row.getString(2), row.getBoolean(3), row.getDouble(4)))
                .list();
    }

    /** A page of one group, or of a whole commune when the group is empty; households together. */
    public List<MissingForm> missingForms(String communeCode, String residentialGroup, int offset, int limit) {
        return jdbc.sql("""
                        select entry.id, entry.entry_no, entry.commune_code, entry.residential_group,
                               entry.household_book_no, entry.full_name, entry.birth_date, entry.book_kind, entry.address
                        from reconciliation.missing_entry entry
                        where entry.commune_code = :commune
                          and (:group = '' or entry.residential_group = :group)
                        order by entry.residential_group, entry.household_book_no, entry.id
                        offset :offset limit :limit
                        """)
                .param("commune", communeCode)
                .param("group", residentialGroup)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new MissingForm(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)))
                .list();
    }
}
