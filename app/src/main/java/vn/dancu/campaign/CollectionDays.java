package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.AnnouncementStore;
import vn.dancu.campaign.db.CategoryQueries;
import vn.dancu.campaign.db.CollectionStore;
import vn.dancu.campaign.domain.Slots;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Finding;

/** Days at a house of culture: made with slots and capacity, and people of the books invited to the slots. */
@Service
public class CollectionDays {
    public static final int MOST_CAPACITY = 500;
    public static final int MOST_DESKS = 30;

    private static final int MOST_INVITED = 5_000;
    private static final int MOST_LISTED = 200;

    private final CollectionStore store;
    private final AnnouncementStore announcements;
    private final CategoryQueries categories;
    private final AuditLog audit;
    private final Clock clock;

    CollectionDays(
            CollectionStore store,
            AnnouncementStore announcements,
            CategoryQueries categories,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.announcements = announcements;
        this.categories = categories;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A day to be made.
     *
     * @param announcement 0 for none
     * @param sent names this request
     */
    public record Make(
            long announcement,
            String commune,
            String place,
            LocalDate day,
            LocalTime opens,
            LocalTime closes,
            int slotMinutes,
            int capacity,
            int desks,
            String sent) {}

    /** A slot with how many are invited to it. */
    public record Slot(LocalTime at, int invited, int capacity) {}

    @Transactional
    public CampaignResult make(Make asked, Actor actor) {
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!Rights.touches(actor, asked.commune())) {
            return new Refused(Why.NOT_FOUND);
        }
        List<Finding> wrong = new ArrayList<>();
        if (!Rights.isText(asked.place(), Announcements.LONGEST_PLACE)) {
            wrong.add(TargetDesk.finding("A111_WHERE", Map.of("most", String.valueOf(Announcements.LONGEST_PLACE))));
        }
        if (asked.day().isBefore(TargetDesk.today(clock))) {
            wrong.add(TargetDesk.finding("A113_DAY_IS_OVER", Map.of()));
        }
        if (!asked.closes().isAfter(asked.opens())) {
            wrong.add(TargetDesk.finding("A114_HOURS", Map.of()));
        } else if (asked.slotMinutes() < 5
                || asked.slotMinutes() > 240
                || Slots.of(asked.opens(), asked.closes(), asked.slotMinutes()).isEmpty()) {
            wrong.add(TargetDesk.finding("D101_SLOT_LENGTH", Map.of()));
        }
        if (asked.capacity() < 1 || asked.capacity() > MOST_CAPACITY) {
            wrong.add(TargetDesk.finding("D102_CAPACITY", Map.of("most", String.valueOf(MOST_CAPACITY))));
        }
        if (asked.desks() < 1 || asked.desks() > MOST_DESKS) {
            wrong.add(TargetDesk.finding("D103_DESKS", Map.of("most", String.valueOf(MOST_DESKS))));
        }
        if (!wrong.isEmpty()) {
            return new Refused(Why.CONTRADICTS, wrong);
        }
        Optional<Announcement> told = announcements
                .find(asked.announcement(), actor.scope())
                .filter(one -> one.facts().commune().equals(asked.commune()));
        if (asked.announcement() != 0 && told.isEmpty()) {
            return new Refused(Why.NOT_FOUND);
        }
        Optional<Long> id = store.insert(asked, actor.login(), clock.instant());
        id.ifPresent(key -> audit.act(
                actor,
                "MAKE_COLLECTION_DAY",
                "collection-day",
                String.valueOf(key),
                "",
                Map.of("commune", asked.commune(), "day", asked.day().toString())));
        return new Done(id.orElseGet(() -> store.bySent(asked.sent())));
    }

    /** Latest day first. */
    @Transactional(readOnly = true)
    public List<CollectionDay> list(Actor actor) {
        return store.list(actor.scope(), MOST_LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<CollectionDay> find(long id, Actor actor) {
        return store.find(id, actor.scope());
    }

    @Transactional(readOnly = true)
    public List<Slot> slots(CollectionDay day) {
        Map<LocalTime, Integer> taken = store.taken(day.id());
        return Slots.of(day.opens(), day.closes(), day.slotMinutes()).stream()
                .map(at -> new Slot(at, taken.getOrDefault(at, 0), day.capacity()))
                .toList();
    }

    /**
     * How inviting ended.
     *
     * @param invited who has a slot now
     * @param leftOut for whom there is no room
     */
    public record Invited(
            int invited, int leftOut, @Nullable Refused refused) {}

    /** Invites whom the day's announcement calls, households together, to the slots that have room. Who is invited stays so. */
    @Transactional
    public Invited invite(long id, List<String> groups, Actor actor) {
        CollectionDay day = store.find(id, actor.scope()).orElse(null);
        if (day == null) {
            return new Invited(0, 0, new Refused(Why.NOT_FOUND));
        }
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Invited(0, 0, new Refused(Why.NOT_ALLOWED));
        }
        Long announcement = day.announcement();
        if (announcement == null || day.isClosed() || day.day().isBefore(TargetDesk.today(clock))) {
            return new Invited(0, 0, new Refused(Why.WRONG_STATE));
        }
        // Two officers at once must not fill a slot twice.
        store.lock(id);
        Announcement.Facts facts =
                announcements.find(announcement, actor.scope()).orElseThrow().facts();
        List<String> only = groups.isEmpty() ? facts.groups() : groups;
        Map<String, List<Long>> households = new LinkedHashMap<>();
        List<Long> known = store.invited(id);
        for (CategoryQueries.Called one :
                categories.called(day.commune(), only, facts.categories(), day.day(), actor.scope(), MOST_INVITED)) {
            if (!known.contains(one.entry())) {
                households
                        .computeIfAbsent(
                                one.group() + "/" + (one.household().isEmpty() ? "#" + one.entry() : one.household()),
                                household -> new ArrayList<>())
                        .add(one.entry());
            }
        }
        List<Slot> slots = slots(day);
        int[] free = slots.stream()
                .mapToInt(slot -> slot.capacity() - slot.invited())
                .toArray();
        List<List<Integer>> given =
                Slots.give(households.values().stream().map(List::size).toList(), free);
        List<CollectionStore.Invitation> invitations = new ArrayList<>();
        int leftOut = 0;
        int at = 0;
        for (List<Long> household : households.values()) {
            List<Integer> places = given.get(at++);
            leftOut += places.isEmpty() ? household.size() : 0;
            for (int i = 0; i < places.size(); i++) {
                invitations.add(new CollectionStore.Invitation(
                        household.get(i), slots.get(places.get(i)).at()));
            }
        }
        store.invite(id, invitations, actor.login(), clock.instant());
        if (!invitations.isEmpty()) {
            audit.act(
                    actor,
                    "INVITE",
                    "collection-day",
                    String.valueOf(id),
                    "",
                    Map.of("invited", String.valueOf(invitations.size()), "leftOut", String.valueOf(leftOut)));
        }
        return new Invited(invitations.size(), leftOut, null);
    }
}
