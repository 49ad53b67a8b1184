package vn.dancu.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.access.DataRights;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.AnnouncementStore;
import vn.dancu.campaign.db.CategoryQueries;
import vn.dancu.campaign.db.CollectionStore;
import vn.dancu.campaign.db.LetterStore;
import vn.dancu.shared.Actor;

/** Invitation letters, one by one: whom an announcement calls, each with his slot where there is one. Every run is kept with all names in it. */
@Service
public class Letters {
    /** A run of more is made group by group. */
    public static final int MOST_LETTERS = 2_000;

    public static final int LONGEST_PURPOSE = 500;
    private static final int MOST_LISTED = 100;

    private final LetterStore store;
    private final DataRights rights;
    private final AnnouncementStore announcements;
    private final CategoryQueries categories;
    private final CollectionStore days;
    private final AuditLog audit;
    private final Clock clock;

    Letters(
            LetterStore store,
            DataRights rights,
            AnnouncementStore announcements,
            CategoryQueries categories,
            CollectionStore days,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.announcements = announcements;
        this.categories = categories;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One letter.
     *
     * @param slot when to come; null where no slot was given
     */
    public record Letter(
            String name,
            int birthYear,
            String group,
            String address,
            @Nullable LocalTime slot) {
        /** Who it is stays out of logs. */
        @Override
        public String toString() {
            return "Letter";
        }
    }

    /** A run that was made. */
    public record Run(long id, int letters, String purpose, String madeBy, Instant madeAt) {}

    /** What came of it: letters, or why not. */
    public record Made(
            @Nullable Announcement announcement,
            @Nullable CollectionDay day,
            long run,
            List<Letter> letters,
            @Nullable Refused refused) {
        static Made no(Refused refused) {
            return new Made(null, null, 0, List.of(), refused);
        }
    }

    /**
     * Makes letters and logs everybody in them.
     *
     * @param group one group of those that are called; empty for all of them
     * @param day the collection day whose slots they name; 0 for none
     */
    @Transactional
    public Made make(long announcement, String group, long day, String purpose, Actor actor) {
        Optional<Announcement> found = announcements.find(announcement, actor.scope());
        if (found.isEmpty()) {
            return Made.no(new Refused(Why.NOT_FOUND));
        }
        Announcement.Facts facts = found.get().facts();
        if (!rights.has(DataRights.Kind.LETTERS, actor) || !Rights.holds(actor, facts.commune())) {
            return Made.no(new Refused(Why.NOT_ALLOWED));
        }
        if (!Rights.isText(purpose, LONGEST_PURPOSE)) {
            return Made.no(new Refused(Why.MALFORMED, List.of(TargetDesk.finding("L102_WHAT_FOR", Map.of()))));
        }
        if (found.get().withdrawn() != null) {
            return Made.no(new Refused(Why.WRONG_STATE));
        }
        if (!group.isEmpty() && !facts.groups().isEmpty() && !facts.groups().contains(group)) {
            return Made.no(new Refused(Why.NOT_FOUND));
        }
        CollectionDay held = day == 0
                ? null
                : days.find(day, actor.scope())
                        .filter(one -> one.commune().equals(facts.commune()))
                        .orElse(null);
        if (day != 0 && held == null) {
            return Made.no(new Refused(Why.NOT_FOUND));
        }
        List<CategoryQueries.Called> called = categories.called(
                facts.commune(),
                group.isEmpty() ? facts.groups() : List.of(group),
                facts.categories(),
                facts.firstDay(),
                actor.scope(),
                MOST_LETTERS + 1);
        if (called.isEmpty() || called.size() > MOST_LETTERS) {
            return Made.no(new Refused(
                    Why.CONTRADICTS,
                    List.of(TargetDesk.finding(
                            called.isEmpty() ? "L103_NOBODY_IS_CALLED" : "L104_TOO_MANY_LETTERS",
                            Map.of("most", String.valueOf(MOST_LETTERS))))));
        }
        Map<Long, LocalTime> slots = held == null ? new HashMap<>() : days.slots(held.id());
        List<Long> entries = called.stream().map(CategoryQueries.Called::entry).toList();
        long run = store.insert(
                announcement,
                held == null ? null : held.id(),
                facts.commune(),
                entries,
                purpose.strip(),
                actor.login(),
                clock.instant());
        audit.act(
                actor,
                "MAKE_LETTERS",
                "letter-run",
                String.valueOf(run),
                purpose.strip(),
                Map.of("letters", String.valueOf(entries.size()), "commune", facts.commune()));
        audit.viewEach(
                actor,
                "letters",
                "residence-entry",
                entries.stream().map(String::valueOf).toList(),
                purpose.strip());
        return new Made(
                found.get(),
                held,
                run,
                called.stream()
                        .map(one -> new Letter(
                                one.name(), one.birthYear(), one.group(), one.address(), slots.get(one.entry())))
                        .toList(),
                null);
    }

    /** Runs of an announcement, newest first. */
    @Transactional(readOnly = true)
    public List<Run> runs(long announcement) {
        return store.runs(announcement, MOST_LISTED);
    }
}
