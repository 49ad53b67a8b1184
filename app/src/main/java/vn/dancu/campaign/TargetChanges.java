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
import vn.dancu.campaign.db.AdjustmentStore;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Finding;

/** Births, moves and deaths during the campaign: each moves a target from its day on, and stays on record. */
@Service
public class TargetChanges {
    private final AdjustmentStore store;
    private final TargetStore targets;
    private final AuditLog audit;
    private final Clock clock;

    TargetChanges(AdjustmentStore store, TargetStore targets, AuditLog audit, Clock clock) {
        this.store = store;
        this.targets = targets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Births, moves and deaths in a unit, newest first, withdrawn ones too. */
    @Transactional(readOnly = true)
    public List<Adjustment> of(String commune, AreaScope scope) {
        return store.of(commune, scope, TargetDesk.MOST_VERSIONS);
    }

    /**
     * A birth, move or death that is not in the books yet.
     *
     * @param sent names this request: sent again, it is not written again
     */
    @Transactional
    public CampaignResult adjust(Adjustment change, String sent, Actor actor) {
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!actor.scope().covers(change.commune(), change.group())) {
            return new Refused(Why.NOT_FOUND);
        }
        List<Finding> wrong = new ArrayList<>(TargetDesk.days(change.happenedOn(), today()));
        if (change.persons() < 1 || change.persons() > 1_000) {
            wrong.add(TargetDesk.finding("T121_NOT_SO_MANY_AT_ONCE", Map.of("n", String.valueOf(change.persons()))));
        }
        if (!Rights.isText(change.ground(), TargetDesk.LONGEST_TEXT)) {
            wrong.add(TargetDesk.finding("T122_NO_GROUND", Map.of()));
        }
        PersonsToCount.Line line = targets.inForce(today(), actor.scope()).stream()
                .filter(one ->
                        one.commune().equals(change.commune()) && one.group().equals(change.group()))
                .findFirst()
                .orElse(null);
        if (line == null) {
            wrong.add(TargetDesk.finding("T123_NOTHING_TO_ADJUST", Map.of("group", change.group())));
        } else if (!change.happenedOn().isAfter(line.asOf())) {
            wrong.add(TargetDesk.finding("T124_ALREADY_IN_THE_FIGURE", Map.of("asOf", TargetDesk.day(line.asOf()))));
        } else if (line.persons() + change.change() < 0) {
            wrong.add(TargetDesk.finding("T125_BELOW_NOBODY", Map.of("n", String.valueOf(line.persons()))));
        }
        if (!wrong.isEmpty()) {
            return new Refused(Why.CONTRADICTS, wrong);
        }
        if (store.insert(change, sent, actor.login(), clock.instant())) {
            audit.act(
                    actor,
                    "ADJUST_TARGET",
                    "commune",
                    change.commune(),
                    change.ground(),
                    Map.of("kind", change.kind().name(), "persons", String.valueOf(change.persons())));
        }
        return new Done(0);
    }

    /** What the books have registered or struck off since the figures of a commune were set; each entry moves them once. */
    @Transactional
    public CampaignResult adjustFromBooks(String commune, Actor actor) {
        if (!TargetDesk.mayOrder(commune, actor)) {
            return new Refused(Rights.touches(actor, commune) ? Why.NOT_ALLOWED : Why.NOT_FOUND);
        }
        int taken = store.takeFromBooks(commune, today(), actor.login(), clock.instant());
        audit.act(actor, "ADJUST_TARGET", "commune", commune, "", Map.of("fromBooks", String.valueOf(taken)));
        return new Done(taken);
    }

    @Transactional
    public CampaignResult withdraw(long adjustment, String reason, Actor actor) {
        Adjustment found = store.find(adjustment)
                .filter(one -> actor.scope().covers(one.commune(), one.group()))
                .orElse(null);
        if (found == null) {
            return new Refused(Why.NOT_FOUND);
        }
        if (!Rights.SETTERS.contains(actor.role()) && !found.setBy().equals(actor.login())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!Rights.isText(reason, TargetDesk.LONGEST_TEXT)) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("T111_NO_REASON", Map.of())));
        }
        if (!store.withdraw(adjustment, reason.strip(), actor.login(), clock.instant())) {
            return new Refused(Why.WRONG_STATE);
        }
        audit.act(actor, "WITHDRAW_ADJUSTMENT", "commune", found.commune(), reason.strip(), Map.of());
        return new Done(0);
    }

    private LocalDate today() {
        return TargetDesk.today(clock);
    }
}
