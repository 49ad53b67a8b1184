package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.MissingEntry;
import vn.dancu.campaign.WalkingList;
import vn.dancu.campaign.WalkingLists;
import vn.dancu.shared.AreaScope;

/** Walking lists in PostgreSQL. */
@Repository
public class WalkingListStore {
    private static final String SELECT = """
            select list.id, list.commune_code, list.residential_group, list.holder, list.purpose, list.entries, list.due_on,
                   list.made_by, list.made_at, ended.outcome, coalesce(ended.note, ''), ended.ended_by, ended.ended_at
            from campaign.walking_list list
            left join campaign.walking_list_end ended on ended.list_id = list.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    WalkingListStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The key; empty when this request was made already. */
    public Optional<Long> insert(WalkingLists.Make asked, List<MissingEntry> entries, String login, Instant at) {
        Optional<Long> id = jdbc.sql("""
                        insert into campaign.walking_list
                            (commune_code, residential_group, holder, purpose, entries, sent, made_by, made_at, due_on)
                        values (:commune, :group, :holder, :purpose, :entries, :sent, :by, :at, :due)
                        on conflict (sent) do nothing
                        returning id
                        """)
                .param("commune", asked.which().commune())
                .param("group", asked.which().group())
                .param("holder", asked.holder().strip())
                .param("purpose", asked.purpose().strip())
                .param("entries", entries.size())
                .param("sent", asked.sent())
                .param("by", login)
                .param("at", Timestamp.from(at))
                .param("due", Date.valueOf(asked.dueOn()))
                .query(Long.class)
                .optional();
        if (id.isPresent()) {
            List<Object[]> lines = new ArrayList<>();
            for (MissingEntry entry : entries) {
                lines.add(new Object[] {id.get(), lines.size() + 1, entry.id()});
            }
            template.batchUpdate(
                    "insert into campaign.walking_list_entry (list_id, line, entry_id) values (?, ?, ?)", lines);
        }
        return id;
    }

    public long bySent(String sent) {
        return jdbc.sql("select id from campaign.walking_list where sent = :sent")
                .param("sent", sent)
                .query(Long.class)
                .single();
    }

    public List<WalkingList> list(AreaScope scope, int limit) {
        return Area.scoped(
                        jdbc.sql(SELECT + " where " + Area.ofUnit("list")
                                + " order by ended.outcome is not null, list.due_on, list.id desc limit :limit"),
                        scope)
                .param("limit", limit)
                .query((row, number) -> list(row))
                .list();
    }

    public Optional<WalkingList> find(long id, AreaScope scope) {
        return Area.scoped(jdbc.sql(SELECT + " where list.id = :id and " + Area.of("list")), scope)
                .param("id", id)
                .query((row, number) -> list(row))
                .optional();
    }

    /** As the book has them now, in the order of the list; somebody may have handed in a form since. */
    public List<MissingEntry> entries(long id) {
        return jdbc.sql(MissingQueries.COLUMNS + """
                        from campaign.walking_list_entry line
                        join sources.residence_entry entry on entry.id = line.entry_id
                        left join campaign.latest_reason said on said.entry_id = entry.id
                        left join campaign.reason_in_force rule on rule.reason = said.reason
                        where line.list_id = :id order by line.line
                        """)
                .param("id", id)
                .query((row, number) -> MissingQueries.entry(row))
                .list();
    }

    /** False when it has ended already. */
    public boolean end(long id, WalkingList.Outcome outcome, String note, String login, Instant at) {
        return jdbc.sql("""
                        insert into campaign.walking_list_end (list_id, outcome, note, ended_by, ended_at)
                        values (:id, :outcome, :note, :by, :at) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("outcome", outcome.name())
                        .param("note", note)
                        .param("by", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static WalkingList list(ResultSet row) throws SQLException {
        String outcome = row.getString(10);
        Timestamp ended = row.getTimestamp(13);
        return new WalkingList(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getDate(7).toLocalDate(),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                outcome == null ? null : WalkingList.Outcome.valueOf(outcome),
                row.getString(11),
                row.getString(12),
                ended == null ? null : ended.toInstant());
    }
}
