package vn.dancu.reporting.db;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.dancu.reporting.Counted;
import vn.dancu.reporting.OfficialReport;
import vn.dancu.reporting.OfficialReport.Count;
import vn.dancu.reporting.OfficialReport.Frozen;
import vn.dancu.reporting.OfficialReport.Words;
import vn.dancu.reporting.ReportPeriod;
import vn.dancu.shared.document.DocumentJson;

/** Official reports: counts, words and what was signed. Lines are added, never changed. */
@Repository
public class ReportStore {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final String REPORT = """
            select report.id, report.unit_code, report.period_kind, report.from_day, report.to_day, report.made_by,
                   report.made_at,
                   count.id as count_id, count.figures as counted, count.counted_by, count.counted_at,
                   words.id as words_id, words.difficulties, words.proposals, words.explanation,
                   frozen.number, frozen.document, frozen.figures as frozen_figures, frozen.sha256, frozen.signed_by,
                   frozen.signed_name, frozen.for_chief, frozen.authority_paper, frozen.signed_at
            from reporting.report report
            left join lateral (select id, figures, counted_by, counted_at from reporting.report_count
                               where report_id = report.id order by id desc limit 1) count on true
            left join lateral (select id, difficulties, proposals, explanation from reporting.report_words
                               where report_id = report.id order by id desc limit 1) words on true
            left join reporting.frozen_report frozen on frozen.report_id = report.id
            """;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static String json(Counted counted) {
        return MAPPER.writeValueAsString(counted);
    }

    private static Counted counted(String json) {
        return MAPPER.readValue(json, Counted.class);
    }

    /** The key; of the one that is there when unit and days have one. */
    public long insert(String unit, ReportPeriod period, String login, Instant at) {
        jdbc.sql("""
                        insert into reporting.report (unit_code, period_kind, from_day, to_day, made_by, made_at)
                        values (:unit, :kind, :from, :to, :login, :at)
                        on conflict (unit_code, from_day, to_day) do nothing
                        """)
                .param("unit", unit)
                .param("kind", period.kind())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
        return jdbc.sql("""
                        select id from reporting.report
                        where unit_code = :unit and from_day = :from and to_day = :to
                        """)
                .param("unit", unit)
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .query(Long.class)
                .single();
    }

    public Optional<OfficialReport> find(long id) {
        return jdbc.sql(REPORT + " where report.id = :id")
                .param("id", id)
                .query((row, number) -> report(row))
                .optional();
    }

    /** Reports of exactly these days, in the order of units. */
    public List<OfficialReport> of(LocalDate from, LocalDate to) {
        return jdbc.sql(REPORT + " where report.from_day = :from and report.to_day = :to order by report.unit_code")
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, number) -> report(row))
                .list();
    }

    private static OfficialReport report(ResultSet row) throws SQLException {
        String counted = row.getString("counted");
        String document = row.getString("document");
        return new OfficialReport(
                row.getLong("id"),
                row.getString("unit_code"),
                new ReportPeriod(
                        row.getString("period_kind"),
                        row.getDate("from_day").toLocalDate(),
                        row.getDate("to_day").toLocalDate()),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                counted == null
                        ? null
                        : new Count(
                                row.getLong("count_id"),
                                counted(counted),
                                row.getString("counted_by"),
                                row.getTimestamp("counted_at").toInstant()),
                row.getLong("words_id") == 0
                        ? Words.NONE
                        : new Words(
                                row.getLong("words_id"),
                                row.getString("difficulties"),
                                row.getString("proposals"),
                                row.getString("explanation")),
                document == null ? null : frozen(row, document));
    }

    private static Frozen frozen(ResultSet row, String document) throws SQLException {
        return new Frozen(
                row.getString("number"),
                DocumentJson.read(document),
                counted(row.getString("frozen_figures")),
                row.getString("sha256"),
                row.getString("signed_by"),
                row.getString("signed_name"),
                row.getBoolean("for_chief"),
                row.getString("authority_paper"),
                row.getTimestamp("signed_at").toInstant());
    }

    /** The texts that the digest was made of, as they are kept. */
    public record Sealed(String document, String figures, String sha256) {}

    public Optional<Sealed> sealed(long report) {
        return jdbc.sql("select document, figures, sha256 from reporting.frozen_report where report_id = :report")
                .param("report", report)
                .query((row, number) -> new Sealed(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Nobody else counts, writes or signs this report until the transaction ends. */
    public void lock(long report) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting.report'), :report::int)::text")
                .param("report", (int) report)
                .query(String.class)
                .single();
    }

    public void insertCount(long report, Counted counted, String login, Instant at) {
        jdbc.sql("""
                        insert into reporting.report_count (report_id, cut_off, figures, counted_by, counted_at)
                        values (:report, :cutOff, :figures, :login, :at)
                        """)
                .param("report", report)
                .param("cutOff", Timestamp.from(counted.cutOff()))
                .param("figures", json(counted))
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void insertWords(long report, Words words, String login, Instant at) {
        jdbc.sql("""
                        insert into reporting.report_words
                            (report_id, difficulties, proposals, explanation, written_by, written_at)
                        values (:report, :difficulties, :proposals, :explanation, :login, :at)
                        """)
                .param("report", report)
                .param("difficulties", words.difficulties())
                .param("proposals", words.proposals())
                .param("explanation", words.explanation())
                .param("login", login)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Keeps what was signed.
     *
     * @param sealed document and figures as text, with their digest
     */
    public void freeze(long report, long count, long template, Sealed sealed, Frozen signed) {
        jdbc.sql("""
                        insert into reporting.frozen_report (report_id, count_id, template_id, number, document, figures,
                            sha256, signed_by, signed_name, for_chief, authority_paper, signed_at)
                        values (:report, :count, :template, :number, :document, :figures,
                            :sha256, :signedBy, :signedName, :forChief, :paper, :signedAt)
                        """)
                .param("report", report)
                .param("count", count)
                .param("template", template)
                .param("number", signed.number())
                .param("document", sealed.document())
                .param("figures", sealed.figures())
                .param("sha256", sealed.sha256())
                .param("signedBy", signed.signedBy())
                .param("signedName", signed.signedName())
                .param("forChief", signed.forChief())
                .param("paper", signed.authorityPaper())
                .param("signedAt", Timestamp.from(signed.signedAt()))
                .update();
    }

    /**
     * A letter that was sent.
     *
     * @param document as JSON
     * @param area code of the unit that sent it
     */
    public record Reminder(
            long id,
            ReportPeriod period,
            List<String> units,
            String area,
            String number,
            String document,
            String madeBy,
            Instant madeAt) {}

    private static final String REMINDER = """
            select id, period_kind, from_day, to_day, units, area, number, document, made_by, made_at
            from reporting.report_reminder
            """;

    public long insertReminder(
            ReportPeriod period,
            Collection<String> units,
            String area,
            String number,
            String document,
            String login,
            Instant at) {
        return jdbc.sql("""
                        insert into reporting.report_reminder
                            (period_kind, from_day, to_day, units, area, number, document, made_by, made_at)
                        values (:kind, :from, :to, :units, :area, :number, :document, :login, :at)
                        returning id
                        """)
                .param("kind", period.kind())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .param("units", units.toArray(new String[0]))
                .param("area", area)
                .param("number", number)
                .param("document", document)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    public Optional<Reminder> reminder(long id) {
        return jdbc.sql(REMINDER + " where id = :id")
                .param("id", id)
                .query((row, number) -> reminder(row))
                .optional();
    }

    /** Letters about exactly these days, the latest first. */
    public List<Reminder> reminders(LocalDate from, LocalDate to) {
        return jdbc.sql(REMINDER + " where from_day = :from and to_day = :to order by id desc")
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, number) -> reminder(row))
                .list();
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        @Nullable Array units = row.getArray("units");
        return new Reminder(
                row.getLong("id"),
                new ReportPeriod(
                        row.getString("period_kind"),
                        row.getDate("from_day").toLocalDate(),
                        row.getDate("to_day").toLocalDate()),
                units == null ? List.of() : List.of((String[]) units.getArray()),
                row.getString("area"),
                row.getString("number"),
                row.getString("document"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
