package vn.dancu.reconciliation.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.Agreement;
import vn.dancu.reconciliation.FieldVerdict;
import vn.dancu.reconciliation.Outcome;
import vn.dancu.reconciliation.Source;
import vn.dancu.reconciliation.SourceState;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.db.ChosenForms;
import vn.dancu.shared.db.CopyIn;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.ResidenceEntry;
import vn.dancu.sources.ResidenceField;

/** Comparisons in PostgreSQL: linked forms read in portions, results written through COPY. */
@Repository
public class ComparisonStore {
    private static final String LINKED = "select form.id, form.current_version, "
            + columns("version", Stream.of(FormField.values()).map(FormField::column))
            + ", book.id, " + columns("book", Stream.of(ResidenceField.values()).map(ResidenceField::column))
            + ", archive.id, "
            + columns("archive", Stream.of(ArchiveField.values()).map(ArchiveField::column))
            + """

            from unnest(:forms::bigint[], :books::bigint[], :archives::bigint[]) link (form_id, book_id, archive_id)
            join intake.form form on form.id = link.form_id
            join intake.form_version version on version.form_id = form.id and version.version = form.current_version
            left join sources.residence_entry book on book.id = link.book_id
            left join sources.archive_entry archive on archive.id = link.archive_id
            """;

    private final JdbcClient jdbc;
    private final CopyIn copyIn;
    private final ChosenForms chosenForms;

    ComparisonStore(JdbcClient jdbc, CopyIn copyIn, ChosenForms chosenForms) {
        this.jdbc = jdbc;
        this.copyIn = copyIn;
        this.chosenForms = chosenForms;
    }

    private static String columns(String table, Stream<String> names) {
        return names.map(name -> table + "." + name).collect(Collectors.joining(", "));
    }

    /** A form with the entries linked to it. */
    public record LinkedForm(
            long form,
            int version,
            CollectionForm written,
            @Nullable ResidenceEntry book,
            @Nullable ArchiveEntry archive) {}

    /**
     * In no particular order.
     *
     * @param books entry of the form at the same position, 0 for none; likewise the archives
     */
    public List<LinkedForm> linked(long[] forms, long[] books, long[] archives) {
        return jdbc.sql(LINKED)
                .param("forms", forms)
                .param("books", books)
                .param("archives", archives)
                .query((row, number) -> linked(row))
                .list();
    }

    private static LinkedForm linked(ResultSet row) throws SQLException {
        int at = 3;
        @Nullable String[] form = texts(row, at, FormField.values().length);
        at += form.length;
        boolean hasBook = row.getLong(at++) != 0;
        ResidenceEntry book = hasBook ? ResidenceEntry.of(texts(row, at, ResidenceField.values().length)) : null;
        at += ResidenceField.values().length;
        boolean hasArchive = row.getLong(at++) != 0;
        ArchiveEntry archive = hasArchive ? ArchiveEntry.of(texts(row, at, ArchiveField.values().length)) : null;
        return new LinkedForm(row.getLong(1), row.getInt(2), CollectionForm.of(form), book, archive);
    }

    static @Nullable String[] texts(ResultSet row, int from, int count) throws SQLException {
        @Nullable String[] texts = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = row.getString(from + i);
        }
        return texts;
    }

    /** One comparison ready to be written; verdicts without the plainly agreeing ones. */
    public record Row(
            long form,
            int version,
            long residenceEntry,
            double residenceWeight,
            SourceState residenceState,
            long archiveEntry,
            @Nullable Double archiveWeight,
            SourceState archiveState,
            Outcome outcome,
            List<FieldVerdict> verdicts) {}

    /** An entry that could be the person of a form. */
    public record CandidateRow(long form, Source source, long entry, double weight) {}

    /** One of several forms of a person. */
    public record DuplicateRow(long cluster, long form, double weight, boolean keeps) {}

    /** Throws away what was found before; decisions stay. */
    public void clear(FormSet forms) {
        chosenForms.stage(forms);
        for (String table : List.of("comparison", "field_verdict", "candidate", "duplicate")) {
            jdbc.sql("delete from reconciliation." + table
                            + " old using chosen_form chosen where old.form_id = chosen.id")
                    .update();
        }
    }

    public void write(List<Row> rows, Instant comparedAt) {
        copyIn.into("reconciliation.comparison", COMPARISON, copy -> {
            for (Row row : rows) {
                copy.add(
                        row.form(),
                        row.version(),
                        comparedAt,
                        row.residenceEntry() == 0 ? null : row.residenceEntry(),
                        row.residenceEntry() == 0 ? null : row.residenceWeight(),
                        row.residenceState(),
                        row.archiveEntry() == 0 ? null : row.archiveEntry(),
                        row.archiveEntry() == 0 ? null : row.archiveWeight(),
                        row.archiveState(),
                        row.outcome(),
                        differing(row.verdicts()));
            }
        });
        copyIn.into("reconciliation.field_verdict", VERDICT, copy -> {
            for (Row row : rows) {
                for (FieldVerdict verdict : row.verdicts()) {
                    copy.add(
                            row.form(),
                            verdict.field(),
                            verdict.form(),
                            verdict.residenceBook(),
                            verdict.archive(),
                            verdict.agreement().code(),
                            verdict.rule(),
                            verdict.suggestion() == null
                                    ? ""
                                    : verdict.suggestion().source().code(),
                            verdict.suggestion() == null
                                    ? ""
                                    : verdict.suggestion().reason());
                }
            }
        });
    }

    private static final List<String> COMPARISON = List.of(
            "form_id",
            "version",
            "compared_at",
            "residence_entry_id",
            "residence_weight",
            "residence_state",
            "archive_entry_id",
            "archive_weight",
            "archive_state",
            "outcome",
            "differing_fields");
    private static final List<String> VERDICT = List.of(
            "form_id",
            "field",
            "form_value",
            "residence_value",
            "archive_value",
            "verdict",
            "rule",
            "suggested_source",
            "reason");

    private static String[] differing(List<FieldVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.agreement() == Agreement.DIFFERS)
                .map(FieldVerdict::field)
                .toArray(String[]::new);
    }

    public void writeCandidates(List<CandidateRow> candidates) {
        copyIn.into("reconciliation.candidate", List.of("form_id", "source", "entry_id", "weight"), copy -> {
            for (CandidateRow row : candidates) {
                copy.add(row.form(), row.source().code(), row.entry(), row.weight());
            }
        });
    }

    /**
     * Clusters are written whole; a form that was in another cluster before leaves it. Who is the later of two from now on,
     * and who no longer is, is noted in the log.
     *
     * @param compared forms whose clusters were thrown away before; null for so many that all are looked at
     */
    public void replaceDuplicates(List<DuplicateRow> duplicates, long @Nullable [] compared, Instant at) {
        List<Long> left = jdbc.sql("""
                        delete from reconciliation.duplicate
                        where form_id = any(:forms) or cluster_id = any(:clusters) returning form_id
                        """)
                .param(
                        "forms",
                        duplicates.stream().mapToLong(DuplicateRow::form).toArray())
                .param(
                        "clusters",
                        duplicates.stream().mapToLong(DuplicateRow::cluster).toArray())
                .query(Long.class)
                .list();
        copyIn.into("reconciliation.duplicate", List.of("cluster_id", "form_id", "weight", "keeps"), copy -> {
            for (DuplicateRow row : duplicates) {
                copy.add(row.cluster(), row.form(), row.weight(), row.keeps());
            }
        });
        if (compared == null) {
            logDuplicates("", new long[0], at);
        } else {
            long[] touched = LongStream.concat(
                            LongStream.of(compared),
                            LongStream.concat(
                                    left.stream().mapToLong(Long::longValue),
                                    duplicates.stream().mapToLong(DuplicateRow::form)))
                    .distinct()
                    .toArray();
            logDuplicates(" and form_id = any(:forms)", touched, at);
        }
    }

    private void logDuplicates(String which, long[] forms, Instant at) {
        JdbcClient.StatementSpec statement =
                jdbc.sql("""
                        insert into reconciliation.duplicate_log (form_id, keeps, at)
                        select coalesce(twice.form_id, logged.form_id), twice.form_id is null, :at
                        from (select form_id from reconciliation.duplicate where not keeps %s) twice
                        full join (
                            select last.form_id
                            from (select distinct on (form_id) form_id, keeps from reconciliation.duplicate_log
                                  where true %s order by form_id, id desc) last
                            where not last.keeps) logged on logged.form_id = twice.form_id
                        where twice.form_id is null or logged.form_id is null
                        """.formatted(which, which)).param("at", Timestamp.from(at));
        (which.isEmpty() ? statement : statement.param("forms", forms)).update();
    }

    public long residenceEntries() {
        return count("select count(*) from sources.residence_entry");
    }

    /** Imported ones; a sheet that came by a look-up is linked to its form by the archivist's word alone. */
    public long archiveEntries() {
        return count("select count(*) from sources.archive_entry where lookup_line_id is null");
    }

    public long forms() {
        return count("select count(*) from intake.form");
    }

    /** Whether there are so many or more, without counting all. */
    public boolean hasForms(long atLeast) {
        return has("intake.form", atLeast);
    }

    public boolean hasResidenceEntries(long atLeast) {
        return has("sources.residence_entry", atLeast);
    }

    public boolean hasArchiveEntries(long atLeast) {
        return has("sources.archive_entry where lookup_line_id is null", atLeast);
    }

    private boolean has(String table, long atLeast) {
        return jdbc.sql("select count(*) from (select from " + table + " limit :least) first_rows")
                        .param("least", atLeast)
                        .query(Long.class)
                        .single()
                == atLeast;
    }

    /** Forms without a comparison, cancelled ones left out; at most so many. */
    public FormSet neverCompared(int most) {
        return FormSet.ofKeys(jdbc.sql("""
                        select form.id from intake.form form
                        where not exists (select from reconciliation.comparison done where done.form_id = form.id)
                          and not exists (select from reconciliation.withdrawn_form gone where gone.form_id = form.id)
                        order by form.id limit :most
                        """).param("most", most).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    /** What decides which of several forms is the later one. */
    public record Collected(
            @Nullable String collectedOn, @Nullable String declaredOn) {}

    public Map<Long, Collected> collected(long[] forms) {
        Map<Long, Collected> collected = new HashMap<>();
        jdbc.sql("""
                        select form.id, version.collected_on, version.declared_on
                        from intake.form form
                        join intake.form_version version
                            on version.form_id = form.id and version.version = form.current_version
                        where form.id = any(:forms)
                        """).param("forms", forms).query(row -> {
            collected.put(row.getLong(1), new Collected(row.getString(2), row.getString(3)));
        });
        return collected;
    }

    public void withdraw(FormSet forms) {
        clear(forms);
        jdbc.sql("""
                        insert into reconciliation.withdrawn_form (form_id)
                        select chosen.id from chosen_form chosen
                        on conflict (form_id) do nothing
                        """).update();
    }

    public FormSet withdrawn(FormSet forms) {
        chosenForms.stage(forms);
        return FormSet.ofKeys(jdbc.sql("""
                                select gone.form_id from reconciliation.withdrawn_form gone
                                join chosen_form chosen on chosen.id = gone.form_id
                                """).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    public void keepModel(String name, String content, Instant trainedAt) {
        jdbc.sql("""
                        insert into reconciliation.linkage_model (name, trained_at, content)
                        values (:name, :at, :content)
                        on conflict (name) do update set trained_at = excluded.trained_at, content = excluded.content
                        """)
                .param("name", name)
                .param("at", Timestamp.from(trainedAt))
                .param("content", content)
                .update();
    }

    public Optional<String> model(String name) {
        return jdbc.sql("select content from reconciliation.linkage_model where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }
}
