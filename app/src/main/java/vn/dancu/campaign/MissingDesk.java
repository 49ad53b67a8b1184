package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.MissingQueries;
import vn.dancu.campaign.db.ReasonStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** The working list behind every gap: who in the books has no form, and why; each look at it is logged, person by person. */
@Service
public class MissingDesk {
    public static final int LONGEST_NOTE = 1_000;

    private static final String SCREEN = "missing";
    private static final String KIND = "residence-entry";

    private final MissingQueries queries;
    private final ReasonStore reasons;
    private final AuditLog audit;
    private final Clock clock;

    MissingDesk(MissingQueries queries, ReasonStore reasons, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.reasons = reasons;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which of them.
     *
     * @param group empty for all groups of the unit
     * @param reason code of the catalogue, {@link MissingReasons#NOT_ASKED}, or empty for all
     */
    public record Which(String commune, String group, String reason) {}

    /**
     * A reason of the catalogue.
     *
     * @param leavesDenominator such a person need not be counted
     * @param setBy who said so
     */
    public record Reason(String code, boolean leavesDenominator, String note, String setBy, java.time.Instant setAt) {}

    /** How many there are, with nobody named. */
    @Transactional(readOnly = true)
    public long count(Which which, Actor actor) {
        return queries.count(which, actor.scope());
    }

    /**
     * The groups that a page of the list shows.
     *
     * @param skip so many entries of the first of them stand on pages before
     */
    public record Span(List<String> groups, int skip) {
        /**
         * @param byGroup how many by group, in the order of the list, as {@link MissingDesk#byGroup} answers
         * @param from so many entries stand before the page
         */
        public static Span of(Map<String, Long> byGroup, int from, int limit) {
            List<String> groups = new ArrayList<>();
            long before = 0;
            int skip = 0;
            for (Map.Entry<String, Long> group : byGroup.entrySet()) {
                if (before >= (long) from + limit) {
                    break;
                }
                if (before + group.getValue() > from) {
                    if (groups.isEmpty()) {
                        skip = (int) (from - before);
                    }
                    groups.add(group.getKey());
                }
                before += group.getValue();
            }
            return new Span(List.copyOf(groups), skip);
        }
    }

    /** How many by group in the order of the list, as {@link Which} without its group. */
    @Transactional(readOnly = true)
    public Map<String, Long> byGroup(Which which, Actor actor) {
        return queries.byGroup(which, actor.scope());
    }

    /**
     * A page of them by group and household, logged as seen.
     *
     * @param span which groups the page shows
     * @param purpose why they are looked at
     */
    @Transactional
    public List<MissingEntry> list(Which which, Span span, int limit, String purpose, Actor actor) {
        List<MissingEntry> found = span.groups().isEmpty()
                ? List.of()
                : queries.list(which, span.groups(), span.skip(), limit, actor.scope());
        seen(found, SCREEN, purpose, actor);
        return found;
    }

    /** As {@link #list(Which, Span, int, String, Actor)}, counting the groups first. */
    @Transactional
    public List<MissingEntry> list(Which which, int from, int limit, String purpose, Actor actor) {
        return list(which, span(queries, which, from, limit, actor), limit, purpose, actor);
    }

    static Span span(MissingQueries queries, Which which, int from, int limit, Actor actor) {
        return which.group().isEmpty()
                ? Span.of(queries.byGroup(which, actor.scope()), from, limit)
                : new Span(List.of(which.group()), from);
    }

    void seen(List<MissingEntry> entries, String screen, String purpose, Actor actor) {
        if (!entries.isEmpty()) {
            audit.viewEach(
                    actor,
                    screen,
                    KIND,
                    entries.stream().map(entry -> String.valueOf(entry.id())).toList(),
                    purpose);
        }
    }

    /** In the order of the catalogue, as the rules are now. */
    @Transactional(readOnly = true)
    public List<Reason> reasons() {
        return reasons.inForce();
    }

    /** Why somebody has no form. Absences are counted; every answer stays on record. */
    @Transactional
    public CampaignResult say(long entry, String reason, String note, LocalDate on, Actor actor) {
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!queries.isMissing(entry, actor.scope())) {
            return new Refused(Why.NOT_FOUND);
        }
        if (reasons.inForce().stream().noneMatch(known -> known.code().equals(reason))) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("M101_WHICH_REASON", Map.of())));
        }
        if (!Rights.isNote(note, LONGEST_NOTE)) {
            return new Refused(
                    Why.MALFORMED,
                    List.of(TargetDesk.finding("M102_NOTE_TOO_LONG", Map.of("most", String.valueOf(LONGEST_NOTE)))));
        }
        if (on.isAfter(TargetDesk.today(clock))) {
            return new Refused(Why.CONTRADICTS, List.of(TargetDesk.finding("T112_DAY_IN_THE_FUTURE", Map.of())));
        }
        reasons.insert(entry, reason, note.strip(), on, actor.login(), clock.instant());
        audit.act(actor, "SAY_MISSING_REASON", KIND, String.valueOf(entry), "", Map.of("reason", reason));
        return new Done(entry);
    }

    /** Whether persons of this reason still must be counted: of the city team. */
    @Transactional
    public CampaignResult setRule(String reason, boolean leavesDenominator, String note, Actor actor) {
        if (actor.role() != Role.CITY_TEAM && actor.role() != Role.SYSTEM) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (reasons.inForce().stream().noneMatch(known -> known.code().equals(reason))) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("M101_WHICH_REASON", Map.of())));
        }
        if (!Rights.isText(note, LONGEST_NOTE)) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("T111_NO_REASON", Map.of())));
        }
        reasons.setRule(reason, leavesDenominator, note.strip(), actor.login(), clock.instant());
        audit.act(
                actor,
                "SET_MISSING_RULE",
                "missing-reason",
                reason,
                note.strip(),
                Map.of("leavesDenominator", String.valueOf(leavesDenominator)));
        return new Done(0);
    }
}
