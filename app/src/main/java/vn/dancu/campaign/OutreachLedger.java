package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.CampaignResult.Done;
import vn.dancu.campaign.CampaignResult.Refused;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.db.AnnouncementStore;
import vn.dancu.campaign.db.OutreachStore;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.campaign.domain.OutreachRules;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Finding;

/** The outreach ledger (sổ tuyên truyền): entered by whoever held it, never changed, withdrawn with a reason. */
@Service
public class OutreachLedger {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_NOTE = 2_000;
    public static final int LONGEST_TEXT = 5_000;

    private final OutreachStore store;
    private final TargetStore targets;
    private final AnnouncementStore announcements;
    private final AuditLog audit;
    private final Clock clock;

    OutreachLedger(
            OutreachStore store, TargetStore targets, AnnouncementStore announcements, AuditLog audit, Clock clock) {
        this.store = store;
        this.targets = targets;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public CampaignResult enter(EnterOutreach entered, Actor actor) {
        if (!Rights.WORKERS.contains(actor.role())) {
            return new Refused(Why.NOT_ALLOWED);
        }
        boolean mine = entered.group().isEmpty()
                ? Rights.holds(actor, entered.commune())
                : actor.scope().covers(entered.commune(), entered.group());
        if (!mine) {
            return new Refused(Why.NOT_FOUND);
        }
        LocalDate today = TargetDesk.today(clock);
        List<Finding> wrong = new ArrayList<>(TargetDesk.days(entered.heldOn(), today));
        wrong.addAll(OutreachRules.of(entered, people(entered, today)));
        if (!Rights.isText(entered.heldBy(), LONGEST_NAME)) {
            wrong.add(TargetDesk.finding("O107_WHO_HELD_IT", Map.of()));
        }
        if (!Rights.isNote(entered.textUsed(), LONGEST_TEXT)
                || !Rights.isNote(entered.note(), LONGEST_NOTE)
                || !Rights.isNote(entered.group(), 100)) {
            wrong.add(TargetDesk.finding("O108_TEXT_TOO_LONG", Map.of("most", String.valueOf(LONGEST_TEXT))));
        }
        Long read = entered.announcement();
        if (read != null
                && announcements
                        .find(read, actor.scope())
                        .filter(one -> one.facts().commune().equals(entered.commune()))
                        .isEmpty()) {
            wrong.add(TargetDesk.finding("O113_ANNOUNCED_ELSEWHERE", Map.of()));
        }
        if (!wrong.isEmpty()) {
            return new Refused(Why.CONTRADICTS, wrong);
        }
        Optional<Long> id = store.insert(entered, actor.login(), clock.instant());
        id.ifPresent(key -> audit.act(
                actor,
                "ENTER_OUTREACH",
                "outreach",
                String.valueOf(key),
                "",
                Map.of("kind", entered.kind().name(), "commune", entered.commune())));
        return new Done(id.orElse(0L));
    }

    /** How many live where it was held; empty where nobody has said. */
    private OptionalLong people(EnterOutreach entered, LocalDate today) {
        long sum = 0;
        boolean known = false;
        for (PersonsToCount.Line line :
                targets.inForce(today, AreaScope.ofCommunes(java.util.Set.of(entered.commune())))) {
            if (entered.group().isEmpty() || entered.group().equals(line.group())) {
                sum += line.persons();
                known = true;
            }
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /**
     * Newest first, withdrawn lines too.
     *
     * @param commune empty for all of the area
     */
    @Transactional(readOnly = true)
    public List<OutreachLine> list(AreaScope scope, String commune, LocalDate from, LocalDate to, int limit) {
        return store.list(scope, commune, from, to, limit);
    }

    /** The day of the last line in the area; empty before there is one. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> newestDay(AreaScope scope) {
        return store.newestDay(scope);
    }

    /** By whoever entered it, or the chief and the city team. */
    @Transactional
    public CampaignResult withdraw(long id, String reason, Actor actor) {
        OutreachLine line = store.find(id, actor.scope()).orElse(null);
        if (line == null) {
            return new Refused(Why.NOT_FOUND);
        }
        if (!Rights.WORKERS.contains(actor.role())
                || (!Rights.SETTERS.contains(actor.role()) && !line.enteredBy().equals(actor.login()))) {
            return new Refused(Why.NOT_ALLOWED);
        }
        if (!Rights.isText(reason, LONGEST_NOTE)) {
            return new Refused(Why.MALFORMED, List.of(TargetDesk.finding("T111_NO_REASON", Map.of())));
        }
        if (!store.withdraw(id, reason.strip(), actor.login(), clock.instant())) {
            return new Refused(Why.WRONG_STATE);
        }
        audit.act(actor, "WITHDRAW_OUTREACH", "outreach", String.valueOf(id), reason.strip(), Map.of());
        return new Done(id);
    }
}
