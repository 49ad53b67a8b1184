package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.Announcement;
import vn.dancu.shared.AreaScope;

/** Announcements in PostgreSQL. */
@Repository
public class AnnouncementStore {
    private static final String SELECT = """
            select made.id, made.purpose, made.commune_code, made.groups, made.categories, made.papers, made.place,
                   made.first_day, made.last_day, made.opens, made.closes, made.telephone, made.script, made.notice,
                   made.sms, made.sms_plain, made.made_by, made.made_at, gone.reason
            from campaign.announcement made
            left join campaign.announcement_withdrawn gone on gone.announcement_id = made.id
            """;

    /** An announcement is public: whoever works in any part of the unit sees it. */
    private static final String IN_AREA = """
            (:everywhere or made.commune_code = any(:communes::text[])
                or exists (select from unnest(:groups::text[]) own where starts_with(own, made.commune_code || '/')))
            """;

    private final JdbcClient jdbc;

    AnnouncementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Announcement> list(AreaScope scope, int limit) {
        return Area.scoped(jdbc.sql(SELECT + " where " + IN_AREA + " order by made.id desc limit :limit"), scope)
                .param("limit", limit)
                .query((row, number) -> announcement(row))
                .list();
    }

    public Optional<Announcement> find(long id, AreaScope scope) {
        return Area.scoped(jdbc.sql(SELECT + " where made.id = :id and " + IN_AREA), scope)
                .param("id", id)
                .query((row, number) -> announcement(row))
                .optional();
    }

    /** Whether one of these (folded) is the whole name of somebody in the unit's books. */
    public boolean namesSomebody(String commune, Collection<String> folded) {
        return !folded.isEmpty()
                && jdbc.sql("""
                                select exists (select from sources.residence_entry entry
                                               where entry.commune_code = :commune
                                                 and entry.name_folded = any(:names::text[]))
                                """)
                        .param("commune", commune)
                        .param("names", folded.toArray(new String[0]))
                        .query(Boolean.class)
                        .single();
    }

    /** The key; empty when this request was written already. */
    public Optional<Long> insert(
            Announcement.Facts facts, Announcement.Texts texts, String sent, String login, Instant at) {
        return jdbc.sql("""
                        insert into campaign.announcement
                            (purpose, commune_code, groups, categories, papers, place, first_day, last_day, opens, closes,
                             telephone, script, notice, sms, sms_plain, sent, made_by, made_at)
                        values (:purpose, :commune, :groups, :categories, :papers, :place, :first, :last, :opens, :closes,
                                :telephone, :script, :notice, :sms, :plain, :sent, :by, :at)
                        on conflict (sent) do nothing
                        returning id
                        """)
                .param("purpose", facts.purpose().name())
                .param("commune", facts.commune())
                .param("groups", facts.groups().toArray(new String[0]))
                .param("categories", facts.categories().toArray(new String[0]))
                .param("papers", facts.papers().toArray(new String[0]))
                .param("place", facts.place().strip())
                .param("first", Date.valueOf(facts.firstDay()))
                .param("last", Date.valueOf(facts.lastDay()))
                .param("opens", Time.valueOf(facts.opens()))
                .param("closes", Time.valueOf(facts.closes()))
                .param("telephone", facts.telephone())
                .param("script", texts.script().strip())
                .param("notice", texts.notice().strip())
                .param("sms", texts.sms().strip())
                .param("plain", texts.smsPlain().strip())
                .param("sent", sent)
                .param("by", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    public long bySent(String sent) {
        return jdbc.sql("select id from campaign.announcement where sent = :sent")
                .param("sent", sent)
                .query(Long.class)
                .single();
    }

    /** False when it is withdrawn already. */
    public boolean withdraw(long id, String reason, String login, Instant at) {
        return Withdrawals.ANNOUNCEMENT.add(jdbc, id, reason, login, at);
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getLong(1),
                new Announcement.Facts(
                        Announcement.Purpose.valueOf(row.getString(2)),
                        row.getString(3),
                        List.of((String[]) row.getArray(4).getArray()),
                        List.of((String[]) row.getArray(5).getArray()),
                        List.of((String[]) row.getArray(6).getArray()),
                        row.getString(7),
                        row.getDate(8).toLocalDate(),
                        row.getDate(9).toLocalDate(),
                        row.getTime(10).toLocalTime(),
                        row.getTime(11).toLocalTime(),
                        row.getString(12)),
                new Announcement.Texts(row.getString(13), row.getString(14), row.getString(15), row.getString(16)),
                row.getString(17),
                row.getTimestamp(18).toInstant(),
                row.getString(19));
    }
}
