package vn.dancu.campaign.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.campaign.Ticket;
import vn.dancu.campaign.Ticket.State;

/** The queue of a collection day in PostgreSQL: the state of a ticket, and every change of it. */
@Repository
public class TicketStore {
    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Called first, then in the order of the calls; with names only where they are asked for. */
    public List<Ticket> list(long day, Collection<State> states, boolean named, int limit) {
        return jdbc.sql("""
                        select ticket.id, ticket.number, ticket.entry_id, ticket.slot_at, ticket.state, ticket.desk,
                               ticket.changed_at,
                               case when :named then coalesce(entry.full_name, '') else '' end,
                               case when :named then coalesce(entry.residential_group, '') else '' end
                        from campaign.ticket ticket
                        left join sources.residence_entry entry on entry.id = ticket.entry_id
                        where ticket.day_id = :day and ticket.state = any(:states::text[])
                        order by ticket.state = 'WAITING', ticket.due_at, ticket.slot_at,
                                 case when :named then entry.sort_key end, ticket.number
                        limit :limit
                        """)
                .param("day", day)
                .param("named", named)
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> ticket(row))
                .list();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        Time slot = row.getTime(4);
        return new Ticket(
                row.getLong(1),
                row.getInt(2),
                row.getObject(3, Long.class),
                slot == null ? null : slot.toLocalTime(),
                State.valueOf(row.getString(5)),
                row.getObject(6, Integer.class),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                row.getString(9));
    }

    /** Due at the slot, or now if that is later. False when the ticket is not waited for. */
    public boolean arrive(long day, long ticket, LocalDate on, String login, Instant now) {
        boolean done = jdbc.sql("""
                        update campaign.ticket set state = 'WAITING', changed_at = :now,
                            due_at = greatest(cast(:now as timestamptz),
                                (cast(:on as date) + slot_at) at time zone 'Asia/Ho_Chi_Minh')
                        where id = :ticket and day_id = :day and state = 'INVITED'
                        """)
                        .param("now", Timestamp.from(now))
                        .param("on", java.sql.Date.valueOf(on))
                        .param("ticket", ticket)
                        .param("day", day)
                        .update()
                == 1;
        if (done) {
            event(ticket, login, now);
        }
        return done;
    }

    private void event(long ticket, String login, Instant now) {
        jdbc.sql("""
                        insert into campaign.ticket_event (ticket_id, state, desk, done_at, done_by)
                        select id, state, desk, :now, :by from campaign.ticket where id = :ticket
                        """)
                .param("ticket", ticket)
                .param("now", Timestamp.from(now))
                .param("by", login)
                .update();
    }

    /** The number of the new ticket, or of the one that this request got already. */
    public int walkIn(long day, String sent, String login, Instant now) {
        Optional<Long> id = jdbc.sql("""
                        insert into campaign.ticket (day_id, number, state, due_at, sent, changed_at)
                        select :day, coalesce(max(number), 0) + 1, 'WAITING', :now, :sent, :now
                        from campaign.ticket where day_id = :day
                        on conflict (sent) do nothing
                        returning id
                        """)
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("sent", sent)
                .query(Long.class)
                .optional();
        id.ifPresent(ticket -> event(ticket, login, now));
        return jdbc.sql("select number from campaign.ticket where sent = :sent")
                .param("sent", sent)
                .query(Integer.class)
                .single();
    }

    public boolean isBusy(long day, int desk) {
        return jdbc.sql("""
                        select exists (select from campaign.ticket
                                       where day_id = :day and desk = :desk and state = 'CALLED')
                        """)
                .param("day", day)
                .param("desk", desk)
                .query(Boolean.class)
                .single();
    }

    /** The number that was called; empty when nobody waits. */
    public Optional<Long> callNext(long day, int desk, String login, Instant now) {
        record Called(long id, long number) {}
        Optional<Called> called = jdbc.sql("""
                        update campaign.ticket set state = 'CALLED', desk = :desk, changed_at = :now
                        where id = (select id from campaign.ticket where day_id = :day and state = 'WAITING'
                                    order by due_at, number limit 1 for update skip locked)
                        returning id, number
                        """)
                .param("day", day)
                .param("desk", desk)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Called(row.getLong(1), row.getLong(2)))
                .optional();
        called.ifPresent(one -> event(one.id(), login, now));
        return called.map(Called::number);
    }

    /** False when the ticket is in none of these states. */
    public boolean change(long day, long ticket, Collection<State> from, State to, String login, Instant now) {
        boolean done = jdbc.sql("""
                        update campaign.ticket set state = :to, changed_at = :now
                        where id = :ticket and day_id = :day and state = any(:from::text[])
                        """)
                        .param("to", to.name())
                        .param("now", Timestamp.from(now))
                        .param("ticket", ticket)
                        .param("day", day)
                        .param("from", from.stream().map(State::name).toArray(String[]::new))
                        .update()
                == 1;
        if (done) {
            event(ticket, login, now);
        }
        return done;
    }

    /** Whoever has not been served did not show up; how many these are. */
    public int closeAll(long day, String login, Instant now) {
        return jdbc.sql("""
                        with gone as (
                            update campaign.ticket set state = 'NO_SHOW', changed_at = :now
                            where day_id = :day and state in ('INVITED', 'WAITING', 'CALLED') returning id)
                        insert into campaign.ticket_event (ticket_id, state, done_at, done_by)
                        select id, 'NO_SHOW', :now, :by from gone
                        """)
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("by", login)
                .update();
    }
}
