package vn.dancu.sources.db;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ArchiveField;
import vn.dancu.sources.AskArchive;
import vn.dancu.sources.EnvelopeLoan;
import vn.dancu.sources.LookupId;
import vn.dancu.sources.LookupLine;
import vn.dancu.sources.LookupLineId;
import vn.dancu.sources.LookupRequest;

/** Look-up requests, answers and loans in PostgreSQL. */
@Repository
public class LookupStore {
    /** A whole commune, or, for who works in groups, requests that ask about these groups only. */
    private static final String IN_AREA = """
            (:everywhere or request.commune_code = any(:communes::text[])
             or not exists (select from sources.lookup_line outside where outside.request_id = request.id
                            and not (request.commune_code || '/' || outside.residential_group = any(:groups::text[]))))
            """;

    private static final String REQUEST = """
            select request.id, request.request_no, request.commune_code, request.purpose, request.asked_items,
                   request.asked_by, request.asked_by_name, request.asked_at, request.cancelled_by,
                   request.cancelled_at, request.cancel_reason,
                   (select count(*) from sources.lookup_line line where line.request_id = request.id) as lines,
                   (select count(*) from sources.lookup_line line where line.request_id = request.id
                        and exists (select from sources.lookup_answer answer where answer.line_id = line.id))
                       as answered
            from sources.lookup_request request
            """;
    private static final String LOAN = """
            select loan.id, loan.commune_code, loan.envelope_no, loan.request_id, loan.lent_to, loan.lent_by,
                   loan.lent_at, loan.returned_by, loan.returned_at
            from sources.envelope_loan loan
            where (:everywhere or loan.commune_code = any(:communes::text[]))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    LookupStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Acts on look-ups one after the other until the end of the transaction: they are few and short. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('sources.lookup'))").query(row -> {});
    }

    /** Of these forms, those on an open line. */
    public FormSet waiting(FormSet forms) {
        return FormSet.ofKeys(jdbc.sql("""
                                select line.form_id from sources.lookup_line line
                                join sources.lookup_request request
                                    on request.id = line.request_id and request.cancelled_at is null
                                where line.form_id = any(:forms::bigint[])
                                  and not exists (select from sources.lookup_answer answer
                                                  where answer.line_id = line.id)
                                """).param("forms", forms.keys()).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /** {@code 12/2020/PYC-00691}. */
    public String nextNumber(String commune, int year) {
        String tail = "/" + year + "/PYC-" + commune;
        long made = jdbc.sql("""
                        select count(*) from sources.lookup_request
                        where commune_code = :commune and right(request_no, length(:tail)) = :tail
                        """)
                .param("commune", commune)
                .param("tail", tail)
                .query(Long.class)
                .single();
        return (made + 1) + tail;
    }

    public LookupId insert(
            String number, String commune, AskArchive ask, List<AskArchive.Line> lines, String login, Instant at) {
        long id = jdbc.sql("""
                        insert into sources.lookup_request
                            (request_no, commune_code, purpose, asked_items, asked_by, asked_by_name, asked_at)
                        values (:number, :commune, :purpose, :asked, :login, :name, :at) returning id
                        """)
                .param("number", number)
                .param("commune", commune)
                .param("purpose", ask.purpose().strip())
                .param(
                        "asked",
                        ask.asked().stream()
                                .filter(AskArchive.ITEMS::contains)
                                .sorted()
                                .map(ArchiveField::column)
                                .toArray(String[]::new))
                .param("login", login)
                .param("name", ask.askedByName())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        List<Object[]> rows = new ArrayList<>(lines.size());
        for (AskArchive.Line line : lines) {
            rows.add(new Object[] {
                id, rows.size() + 1, line.form().value(), line.residentialGroup(), line.envelopeNo(), line.household()
            });
        }
        template.batchUpdate("""
                insert into sources.lookup_line
                    (request_id, line_no, form_id, residential_group, envelope_no, household)
                values (?, ?, ?, ?, ?, ?)
                """, rows);
        return new LookupId(id);
    }

    public List<LookupRequest> list(AreaScope scope, int limit) {
        return scoped(jdbc.sql("select listed.* from (" + REQUEST + " where " + IN_AREA + """
                                order by request.id desc limit 2000) listed
                                order by listed.cancelled_at is not null or listed.answered = listed.lines,
                                         listed.id desc
                                limit :limit
                                """), scope)
                .param("limit", limit)
                .query((row, number) -> request(row))
                .list();
    }

    public Optional<LookupRequest> find(LookupId id, AreaScope scope) {
        return scoped(jdbc.sql(REQUEST + " where request.id = :id and " + IN_AREA), scope)
                .param("id", id.value())
                .query((row, number) -> request(row))
                .optional();
    }

    public List<LookupLine> lines(LookupId id) {
        return jdbc.sql("""
                        select line.id, line.line_no, line.form_id, line.residential_group, line.envelope_no,
                               line.household, answer.id, answer.found, answer.entry_id, answer.note,
                               answer.answered_by, answer.answered_at
                        from sources.lookup_line line
                        left join lateral (
                            select latest.id, latest.found, latest.entry_id, latest.note, latest.answered_by,
                                   latest.answered_at
                            from sources.lookup_answer latest where latest.line_id = line.id
                            order by latest.id desc limit 1) answer on true
                        where line.request_id = :id order by line.line_no
                        """)
                .param("id", id.value())
                .query((row, number) -> new LookupLine(
                        new LookupLineId(row.getLong(1)),
                        row.getInt(2),
                        new FormId(row.getLong(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7) == 0
                                ? null
                                : new LookupLine.Answer(
                                        row.getLong(7),
                                        row.getBoolean(8),
                                        row.getLong(9),
                                        row.getString(10),
                                        row.getString(11),
                                        row.getTimestamp(12).toInstant())))
                .list();
    }

    /**
     * Where a line stands.
     *
     * @param latestAnswer 0 for none
     */
    public record Place(
            LookupId request,
            String requestNo,
            String communeCode,
            String purpose,
            Set<ArchiveField> asked,
            boolean cancelled,
            int lineNo,
            FormId form,
            @Nullable String envelopeNo,
            long latestAnswer,
            int answers) {}

    public Optional<Place> place(LookupLineId line, AreaScope scope) {
        return scoped(jdbc.sql("""
                        select request.id, request.request_no, request.commune_code, request.purpose,
                               request.asked_items, request.cancelled_at is not null, line.line_no, line.form_id,
                               line.envelope_no, coalesce(max(answer.id), 0), count(answer.id)
                        from sources.lookup_line line
                        join sources.lookup_request request on request.id = line.request_id
                        left join sources.lookup_answer answer on answer.line_id = line.id
                        where line.id = :line and
                        """ + IN_AREA + " group by request.id, line.id"), scope)
                .param("line", line.value())
                .query((row, number) -> new Place(
                        new LookupId(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        fields(row.getArray(5)),
                        row.getBoolean(6),
                        row.getInt(7),
                        new FormId(row.getLong(8)),
                        row.getString(9),
                        row.getLong(10),
                        row.getInt(11)))
                .optional();
    }

    private static final String SHEET = "insert into sources.archive_entry (content_hash, name_folded, sort_key,"
            + " birth_packed, personal_id_digits, old_ids_digits, "
            + String.join(", ", ArchiveStore.ITEM_COLUMNS) + ", lookup_line_id) values (?, ?, ?, ?, ?, ?, "
            + ArchiveStore.ITEM_COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "))
            + ", ?) returning id";

    /** A sheet that came by an answer. */
    public long insertSheet(ArchiveEntry sheet, LookupLineId line) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object key : EntryKeys.of(sheet)) {
            values.add(key);
        }
        for (String item : sheet.items()) {
            values.add(item);
        }
        values.add(line.value());
        Long id = template.queryForObject(SHEET, Long.class, values.toArray());
        if (id == null) {
            throw new IllegalStateException("a sheet without a key");
        }
        return id;
    }

    public void insertAnswer(LookupLineId line, boolean found, long entry, String note, String login, Instant at) {
        jdbc.sql("""
                        insert into sources.lookup_answer (line_id, found, entry_id, note, answered_by, answered_at)
                        values (:line, :found, :entry, :note, :login, :at)
                        """)
                .param("line", line.value())
                .param("found", found)
                .param("entry", found ? entry : null)
                .param("note", note)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void cancel(LookupId id, String reason, String login, Instant at) {
        jdbc.sql("""
                        update sources.lookup_request
                        set cancelled_by = :login, cancelled_at = :at, cancel_reason = :reason
                        where id = :id and cancelled_at is null
                        """)
                .param("id", id.value())
                .param("reason", reason)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** False when the envelope is out already. */
    public boolean lend(String commune, String envelope, LookupId request, String lentTo, String login, Instant at) {
        return jdbc.sql("""
                        insert into sources.envelope_loan
                            (commune_code, envelope_no, request_id, lent_to, lent_by, lent_at)
                        values (:commune, :envelope, :request, :to, :login, :at)
                        on conflict (commune_code, left(envelope_no, 100)) where returned_at is null do nothing
                        """)
                        .param("commune", commune)
                        .param("envelope", envelope)
                        .param("request", request.value())
                        .param("to", lentTo)
                        .param("login", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** False when it came back before. */
    public boolean takeBack(long loan, String login, Instant at) {
        return jdbc.sql("""
                        update sources.envelope_loan set returned_by = :login, returned_at = :at
                        where id = :loan and returned_at is null
                        """)
                        .param("loan", loan)
                        .param("login", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    public Optional<EnvelopeLoan> loan(long id, AreaScope scope) {
        return scoped(jdbc.sql(LOAN + " and loan.id = :id"), scope)
                .param("id", id)
                .query((row, number) -> loan(row))
                .optional();
    }

    public List<EnvelopeLoan> loans(AreaScope scope, boolean outOnly, int limit) {
        return scoped(jdbc.sql(LOAN + """
                                and (not :outOnly or loan.returned_at is null)
                                order by loan.returned_at is not null, loan.returned_at desc, loan.lent_at, loan.id
                                limit :limit
                                """), scope)
                .param("outOnly", outOnly)
                .param("limit", limit)
                .query((row, number) -> loan(row))
                .list();
    }

    private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, AreaScope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param("communes", scope.communes().toArray(new String[0]))
                .param("groups", scope.groups().toArray(new String[0]));
    }

    private static LookupRequest request(ResultSet row) throws SQLException {
        return new LookupRequest(
                new LookupId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                fields(row.getArray(5)),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getString(9),
                instant(row.getTimestamp(10)),
                row.getString(11),
                row.getInt(12),
                row.getInt(13));
    }

    private static EnvelopeLoan loan(ResultSet row) throws SQLException {
        long request = row.getLong(4);
        return new EnvelopeLoan(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                request == 0 ? null : new LookupId(request),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                instant(row.getTimestamp(9)));
    }

    private static Set<ArchiveField> fields(Array columns) throws SQLException {
        Set<ArchiveField> fields = EnumSet.noneOf(ArchiveField.class);
        Stream.of((String[]) columns.getArray())
                .forEach(column -> ArchiveField.byColumn(column).ifPresent(fields::add));
        return fields;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
