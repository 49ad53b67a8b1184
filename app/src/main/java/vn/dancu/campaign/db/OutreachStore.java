package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.EnterOutreach;
import vn.dancu.campaign.OutreachKind;
import vn.dancu.campaign.OutreachLine;
import vn.dancu.shared.AreaScope;

/** The outreach ledger in PostgreSQL. */
@Repository
public class OutreachStore {
    private static final String SELECT = """
            select line.id, line.kind, line.commune_code, line.residential_group, line.held_on, line.times, line.minutes,
                   line.attendance, line.held_by, line.text_used, line.note, line.announcement_id,
                   line.entered_by, line.entered_at, gone.reason
            from campaign.outreach line
            left join campaign.outreach_withdrawn gone on gone.outreach_id = line.id
            """;

    private final JdbcClient jdbc;

    OutreachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key; empty when this request was written already. */
    public Optional<Long> insert(EnterOutreach entered, String login, Instant at) {
        return jdbc.sql("""
                        insert into campaign.outreach
                            (kind, commune_code, residential_group, held_on, times, minutes, attendance, held_by, text_used,
                             note, announcement_id, sent, entered_by, entered_at)
                        values (:kind, :commune, :group, :on, :times, :minutes, :attendance, :heldBy, :text, :note,
                                :announcement, :sent, :by, :at)
                        on conflict (sent) do nothing
                        returning id
                        """)
                .param("kind", entered.kind().name())
                .param("commune", entered.commune())
                .param("group", entered.group())
                .param("on", Date.valueOf(entered.heldOn()))
                .param("times", entered.times())
                .param("minutes", entered.minutes())
                .param("attendance", entered.attendance())
                .param("heldBy", entered.heldBy().strip())
                .param("text", entered.textUsed().strip())
                .param("note", entered.note().strip())
                .param("announcement", entered.announcement())
                .param("sent", entered.sent())
                .param("by", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    public List<OutreachLine> list(AreaScope scope, String commune, LocalDate from, LocalDate to, int limit) {
        return Area.scoped(jdbc.sql(SELECT + """
                                 where line.held_on between :from and :to
                                  and (:commune = '' or line.commune_code = :commune) and %s
                                order by line.held_on desc, line.id desc limit :limit
                                """.formatted(Area.ofUnit("line"))), scope)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .param("commune", commune)
                .param("limit", limit)
                .query((row, number) -> line(row))
                .list();
    }

    public Optional<LocalDate> newestDay(AreaScope scope) {
        return Area.scoped(
                        jdbc.sql("select max(line.held_on) from campaign.outreach line where " + Area.ofUnit("line")),
                        scope)
                .query((row, number) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single();
    }

    public Optional<OutreachLine> find(long id, AreaScope scope) {
        return Area.scoped(jdbc.sql(SELECT + " where line.id = :id and " + Area.of("line")), scope)
                .param("id", id)
                .query((row, number) -> line(row))
                .optional();
    }

    /** False when it is withdrawn already. */
    public boolean withdraw(long id, String reason, String login, Instant at) {
        return Withdrawals.OUTREACH.add(jdbc, id, reason, login, at);
    }

    private static OutreachLine line(ResultSet row) throws SQLException {
        return new OutreachLine(
                row.getLong(1),
                OutreachKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getDate(5).toLocalDate(),
                row.getInt(6),
                row.getObject(7, Integer.class),
                row.getObject(8, Integer.class),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, Long.class),
                row.getString(13),
                row.getTimestamp(14).toInstant(),
                row.getString(15));
    }
}
