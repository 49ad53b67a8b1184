package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.MissingQueries;
import vn.dancu.campaign.db.WalkingListStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Finding;

/**
 * Who is missing, on paper for whoever goes from door to door: name, year of birth and address, nothing else. Each list has a
 * number and a holder, and is asked back.
 */
@Service
public class WalkingLists {
    public static final int LONGEST_HOLDER = 200;
    public static final int LONGEST_NOTE = 1_000;
    /** A list of more is no walk. */
    public static final int MOST_ENTRIES = 300;

    private static final int MOST_LISTED = 300;
    private static final int LONGEST_DAYS = 60;

    private final WalkingListStore store;
    private final MissingQueries missing;
    private final MissingDesk desk;
    private final AuditLog audit;
    private final Clock clock;

    WalkingLists(WalkingListStore store, MissingQueries missing, MissingDesk desk, AuditLog audit, Clock clock) {
        this.store = store;
        this.missing = missing;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A list to be made.
     *
     * @param which whose names go on it; those who need not be counted any more stay off unless their reason is asked for
     * @param sent names this request: sent again, it is not made again
     */
    public record Make(MissingDesk.Which which, String holder, String purpose, LocalDate dueOn, String sent) {}

    @Transactional
    public CampaignResult make(Make asked, Actor actor) {
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        String commune = asked.which().commune();
        boolean mine = asked.which().group().isEmpty()
                ? Rights.holds(actor, commune)
                : actor.scope().covers(commune, asked.which().group());
        if (!mine) {
            return new Refused(Why.NOT_FOUND);
        }
        LocalDate today = TargetDesk.today(clock);
        List<Finding> wrong = new ArrayList<>();
        if (!Rights.isText(asked.holder(), LONGEST_HOLDER)) {
            wrong.add(TargetDesk.finding("M103_WHO_CARRIES_IT", Map.of()));
        }
        if (!Rights.isText(asked.purpose(), LONGEST_NOTE)) {
            wrong.add(TargetDesk.finding("M104_WHAT_FOR", Map.of()));
        }
        if (asked.dueOn().isBefore(today) || asked.dueOn().isAfter(today.plusDays(LONGEST_DAYS))) {
            wrong.add(TargetDesk.finding("M105_WHEN_BACK", Map.of("days", String.valueOf(LONGEST_DAYS))));
        }
        if (!wrong.isEmpty()) {
            return new Refused(Why.MALFORMED, wrong);
        }
        MissingDesk.Span span = MissingDesk.span(missing, asked.which(), 0, MOST_ENTRIES + 1, actor);
        List<MissingEntry> entries =
                missing.list(asked.which(), span.groups(), span.skip(), MOST_ENTRIES + 1, actor.scope()).stream()
                        .filter(entry -> !entry.leavesDenominator()
                                || !asked.which().reason().isEmpty())
                        .toList();
        if (entries.isEmpty()) {
            return new Refused(Why.CONTRADICTS, List.of(TargetDesk.finding("M106_NOBODY_IS_MISSING", Map.of())));
        }
        if (entries.size() > MOST_ENTRIES) {
            return new Refused(
                    Why.CONTRADICTS,
                    List.of(TargetDesk.finding(
                            "M107_TOO_MANY_FOR_A_LIST", Map.of("most", String.valueOf(MOST_ENTRIES)))));
        }
        Optional<Long> id = store.insert(asked, entries, actor.login(), clock.instant());
        if (id.isEmpty()) {
            return new Done(store.bySent(asked.sent()));
        }
        audit.act(
                actor,
                "MAKE_WALKING_LIST",
                "walking-list",
                String.valueOf(id.get()),
                asked.purpose().strip(),
                Map.of("entries", String.valueOf(entries.size()), "commune", commune));
        return new Done(id.get());
    }

    /** Lists of the area, those that are out first. */
    @Transactional(readOnly = true)
    public List<WalkingList> list(Actor actor) {
        return store.list(actor.scope(), MOST_LISTED);
    }

    /** A list with whom it names, in its order. */
    public record Whole(WalkingList list, List<MissingEntry> entries) {}

    /** Shown or printed, which is logged for each person on it; empty where there is none in the actor's area. */
    @Transactional
    public Optional<Whole> open(long id, String screen, Actor actor) {
        Optional<WalkingList> list = store.find(id, actor.scope());
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<MissingEntry> entries = store.entries(id);
        desk.seen(entries, screen, list.get().serial() + ": " + list.get().purpose(), actor);
        return Optional.of(new Whole(list.get(), entries));
    }

    /** How it came back; a list that did not must be explained. */
    @Transactional
    public CampaignResult end(long id, WalkingList.Outcome outcome, String note, Actor actor) {
        Optional<WalkingList> list = store.find(id, actor.scope());
        if (list.isEmpty()) {
            return new Refused(Why.NOT_FOUND);
        }
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!Rights.isNote(note, LONGEST_NOTE) || (outcome != WalkingList.Outcome.RETURNED && note.isBlank())) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("M108_WHAT_BECAME_OF_IT", Map.of())));
        }
        if (!store.end(id, outcome, note.strip(), actor.login(), clock.instant())) {
            return new Refused(Why.WRONG_STATE);
        }
        audit.act(
                actor,
                "END_WALKING_LIST",
                "walking-list",
                String.valueOf(id),
                note.strip(),
                Map.of("outcome", outcome.name()));
        return new Done(id);
    }
}
