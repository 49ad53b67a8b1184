package vn.dancu.campaign.db;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.CollectionDay;
import vn.dancu.campaign.CollectionDays;
import vn.dancu.shared.AreaScope;

/** Collection days and who is invited to them, in PostgreSQL. */
@Repository
public class CollectionStore {
    private static final String SELECT = """
            select held.id, held.announcement_id, held.commune_code, held.place, held.day, held.opens, held.closes,
                   held.slot_minutes, held.capacity, held.desks, held.closed_at,
                   count(*) filter (where ticket.entry_id is not null),
                   count(*) filter (where ticket.id is not null and ticket.entry_id is null),
                   count(*) filter (where ticket.state = 'SERVED'), count(*) filter (where ticket.state = 'NO_SHOW'),
                   count(*) filter (where ticket.state = 'WAITING')
            from campaign.collection_day held
            left join campaign.ticket ticket on ticket.day_id = held.id
            """;

    private static final String IN_AREA = """
            (:everywhere or held.commune_code = any(:communes::text[])
                or exists (select from unnest(:groups::text[]) own where starts_with(own, held.commune_code || '/')))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    CollectionStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The key; empty when this request was written already. */
    public Optional<Long> insert(CollectionDays.Make asked, String login, Instant at) {
        return jdbc.sql("""
                        insert into campaign.collection_day
                            (announcement_id, commune_code, place, day, opens, closes, slot_minutes, capacity, desks, sent,
                             made_by, made_at)
                        values (:announcement, :commune, :place, :day, :opens, :closes, :minutes, :capacity, :desks, :sent,
                                :by, :at)
                        on conflict (sent) do nothing
                        returning id
                        """)
                .param("announcement", asked.announcement() == 0 ? null : asked.announcement())
                .param("commune", asked.commune())
                .param("place", asked.place().strip())
                .param("day", Date.valueOf(asked.day()))
                .param("opens", Time.valueOf(asked.opens()))
                .param("closes", Time.valueOf(asked.closes()))
                .param("minutes", asked.slotMinutes())
                .param("capacity", asked.capacity())
                .param("desks", asked.desks())
                .param("sent", asked.sent())
                .param("by", login)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    public long bySent(String sent) {
        return jdbc.sql("select id from campaign.collection_day where sent = :sent")
                .param("sent", sent)
                .query(Long.class)
                .single();
    }

    public List<CollectionDay> list(AreaScope scope, int limit) {
        return Area.scoped(
                        jdbc.sql(SELECT + " where " + IN_AREA
                                + " group by held.id order by held.day desc, held.id desc limit :limit"),
                        scope)
                .param("limit", limit)
                .query((row, number) -> day(row))
                .list();
    }

    public Optional<CollectionDay> find(long id, AreaScope scope) {
        return Area.scoped(jdbc.sql(SELECT + " where held.id = :id and " + IN_AREA + " group by held.id"), scope)
                .param("id", id)
                .query((row, number) -> day(row))
                .optional();
    }

    /** Until the end of the transaction nobody else fills slots or gives numbers of this day. */
    public void lock(long id) {
        jdbc.sql("select id from campaign.collection_day where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    public Map<LocalTime, Integer> taken(long id) {
        Map<LocalTime, Integer> taken = new HashMap<>();
        jdbc.sql("select slot_at, count(*) from campaign.ticket where day_id = :id and slot_at is not null group by 1")
                .param("id", id)
                .query(row -> {
                    taken.put(row.getTime(1).toLocalTime(), row.getInt(2));
                });
        return taken;
    }

    public List<Long> invited(long id) {
        return jdbc.sql("select entry_id from campaign.ticket where day_id = :id and entry_id is not null")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** By entry, when to come. */
    public Map<Long, LocalTime> slots(long id) {
        Map<Long, LocalTime> slots = new HashMap<>();
        jdbc.sql("select entry_id, slot_at from campaign.ticket where day_id = :id and entry_id is not null")
                .param("id", id)
                .query(row -> {
                    slots.put(row.getLong(1), row.getTime(2).toLocalTime());
                });
        return slots;
    }

    /** Somebody of the books with a slot. */
    public record Invitation(long entry, LocalTime slot) {}

    public void invite(long id, List<Invitation> invitations, String login, Instant at) {
        int number = jdbc.sql("select coalesce(max(number), 0) from campaign.ticket where day_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        List<Object[]> rows = new ArrayList<>();
        for (Invitation invitation : invitations) {
            rows.add(new Object[] {id, ++number, invitation.entry(), Time.valueOf(invitation.slot()), Timestamp.from(at)
            });
        }
        template.batchUpdate("""
                insert into campaign.ticket (day_id, number, entry_id, slot_at, state, changed_at)
                values (?, ?, ?, ?, 'INVITED', ?)
                """, rows);
        jdbc.sql("""
                        insert into campaign.ticket_event (ticket_id, state, done_at, done_by)
                        select ticket.id, ticket.state, :at, :by from campaign.ticket ticket
                        where ticket.day_id = :id and ticket.state = 'INVITED'
                          and not exists (select from campaign.ticket_event event where event.ticket_id = ticket.id)
                        """)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", login)
                .update();
    }

    /** False when it is closed already. */
    public boolean close(long id, String login, Instant at) {
        return jdbc.sql("""
                        update campaign.collection_day set closed_at = :at, closed_by = :by
                        where id = :id and closed_at is null
                        """)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .param("by", login)
                        .update()
                == 1;
    }

    private static CollectionDay day(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp(11);
        return new CollectionDay(
                row.getLong(1),
                row.getObject(2, Long.class),
                row.getString(3),
                row.getString(4),
                row.getDate(5).toLocalDate(),
                row.getTime(6).toLocalTime(),
                row.getTime(7).toLocalTime(),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                closed == null ? null : closed.toInstant(),
                row.getInt(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getInt(16));
    }
}
