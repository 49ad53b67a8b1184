package vn.dancu.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.Ticket.State;
import vn.dancu.campaign.db.CollectionStore;
import vn.dancu.campaign.db.TicketStore;
import vn.dancu.shared.Actor;

/**
 * The queue of a collection day: who came waits, desks call numbers, everybody is served or did not show up. The next is who is due
 * first: an invited person at the time of the slot, or when he came if that was later; a walk-in when he came.
 */
@Service
public class LiveQueue {
    private static final int MOST_LISTED = 1_000;

    private final TicketStore store;
    private final CollectionStore days;
    private final AuditLog audit;
    private final Clock clock;

    LiveQueue(TicketStore store, CollectionStore days, AuditLog audit, Clock clock) {
        this.store = store;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /** Numbers and states, with nobody named: those being served, then who waits in the order of the calls. */
    @Transactional(readOnly = true)
    public List<Ticket> queue(long day) {
        return store.list(day, EnumSet.of(State.CALLED, State.WAITING), false, MOST_LISTED);
    }

    /** Who was invited and has not come, by slot and name; each is logged as seen. */
    @Transactional
    public List<Ticket> expected(long day, String purpose, Actor actor) {
        if (days.find(day, actor.scope()).isEmpty()) {
            return List.of();
        }
        return seen(store.list(day, EnumSet.of(State.INVITED), true, MOST_LISTED), "collection-day", purpose, actor);
    }

    /** Who never came; each is logged as seen. */
    @Transactional
    public List<Ticket> noShows(long day, String purpose, Actor actor) {
        if (days.find(day, actor.scope()).isEmpty()) {
            return List.of();
        }
        return seen(store.list(day, EnumSet.of(State.NO_SHOW), true, MOST_LISTED), "collection-day", purpose, actor);
    }

    private List<Ticket> seen(List<Ticket> tickets, String screen, String purpose, Actor actor) {
        List<String> entries = tickets.stream()
                .filter(ticket -> ticket.entry() != null)
                .map(ticket -> String.valueOf(ticket.entry()))
                .toList();
        if (!entries.isEmpty()) {
            audit.viewEach(actor, screen, "residence-entry", entries, purpose);
        }
        return tickets;
    }

    private Optional<Refused> refusal(long day, Actor actor) {
        Optional<CollectionDay> found = days.find(day, actor.scope());
        if (found.isEmpty()) {
            return Optional.of(new Refused(Why.NOT_FOUND));
        }
        if (!Rights.WORKERS.contains(actor.role())) {
            return Optional.of(new Refused(Why.NOT_ALLOWED));
        }
        CollectionDay held = found.get();
        return held.isClosed() || !held.day().equals(TargetDesk.today(clock))
                ? Optional.of(new Refused(Why.WRONG_STATE, List.of(TargetDesk.finding("D104_NOT_TODAY", Map.of()))))
                : Optional.empty();
    }

    /** Somebody who was invited has come. */
    @Transactional
    public CampaignResult arrive(long day, long ticket, Actor actor) {
        Optional<Refused> refused = refusal(day, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        CollectionDay held = days.find(day, actor.scope()).orElseThrow();
        return store.arrive(day, ticket, held.day(), actor.login(), clock.instant())
                ? new Done(ticket)
                : new Refused(Why.WRONG_STATE);
    }

    /**
     * Somebody came without an invitation and gets a number.
     *
     * @param sent names this request
     * @return the number
     */
    @Transactional
    public CampaignResult walkIn(long day, String sent, Actor actor) {
        Optional<Refused> refused = refusal(day, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        days.lock(day);
        return new Done(store.walkIn(day, sent, actor.login(), clock.instant()));
    }

    /** Calls whoever is due next to a desk; whoever was called there before must be served or have not shown up first. */
    @Transactional
    public CampaignResult callNext(long day, int desk, Actor actor) {
        Optional<Refused> refused = refusal(day, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        CollectionDay held = days.find(day, actor.scope()).orElseThrow();
        if (desk < 1 || desk > held.desks()) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("D105_WHICH_DESK", Map.of())));
        }
        days.lock(day);
        if (store.isBusy(day, desk)) {
            return new Refused(Why.WRONG_STATE, List.of(TargetDesk.finding("D106_DESK_IS_BUSY", Map.of())));
        }
        return store.callNext(day, desk, actor.login(), clock.instant())
                .<CampaignResult>map(Done::new)
                .orElseGet(
                        () -> new Refused(Why.WRONG_STATE, List.of(TargetDesk.finding("D107_NOBODY_WAITS", Map.of()))));
    }

    /** How a call ended. */
    @Transactional
    public CampaignResult end(long day, long ticket, boolean served, Actor actor) {
        Optional<Refused> refused = refusal(day, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        return store.change(
                        day,
                        ticket,
                        Set.of(State.CALLED),
                        served ? State.SERVED : State.NO_SHOW,
                        actor.login(),
                        clock.instant())
                ? new Done(ticket)
                : new Refused(Why.WRONG_STATE);
    }

    /** Ends the day: whoever has not come by now did not show up. */
    @Transactional
    public CampaignResult close(long day, Actor actor) {
        Optional<CollectionDay> found = days.find(day, actor.scope());
        if (found.isEmpty()) {
            return new Refused(Why.NOT_FOUND);
        }
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (found.get().day().isAfter(TargetDesk.today(clock))) {
            return new Refused(Why.WRONG_STATE, List.of(TargetDesk.finding("D104_NOT_TODAY", Map.of())));
        }
        Instant now = clock.instant();
        if (!days.close(day, actor.login(), now)) {
            return new Refused(Why.WRONG_STATE);
        }
        int missing = store.closeAll(day, actor.login(), now);
        audit.act(
                actor,
                "CLOSE_COLLECTION_DAY",
                "collection-day",
                String.valueOf(day),
                "",
                Map.of("noShows", String.valueOf(missing)));
        return new Done(missing);
    }
}
