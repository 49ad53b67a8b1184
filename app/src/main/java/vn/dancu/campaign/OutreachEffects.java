package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.campaign.db.OutreachStore;
import vn.dancu.campaign.db.PaperDays;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.campaign.domain.OutreachEffect;
import vn.dancu.campaign.domain.OutreachEffect.Papers;
import vn.dancu.campaign.domain.OutreachEffect.Reached;
import vn.dancu.shared.AreaScope;

/** Missing forms per group before and after it was reached, beside groups that nobody reached. */
@Service
public class OutreachEffects {
    private final OutreachStore ledger;
    private final TargetStore targets;
    private final PaperDays papers;
    private final Clock clock;

    OutreachEffects(OutreachStore ledger, TargetStore targets, PaperDays papers, Clock clock) {
        this.ledger = ledger;
        this.targets = targets;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * @param commune empty for all of the area
     * @param to included
     */
    @Transactional(readOnly = true)
    public List<ReachedGroup> of(AreaScope scope, String commune, LocalDate from, LocalDate to) {
        LocalDate today = TargetDesk.today(clock);
        LocalDate first = from.minusDays(2L * OutreachEffect.DAYS);
        LocalDate last = to.plusDays(2L * OutreachEffect.DAYS);
        List<Reached> reached = new ArrayList<>();
        for (OutreachLine line : ledger.list(scope, commune, first, last, Integer.MAX_VALUE)) {
            if (line.withdrawn() == null) {
                reached.add(new Reached(line.commune(), line.group(), line.heldOn(), line.kind()));
            }
        }
        if (reached.isEmpty()) {
            return List.of();
        }
        Map<String, Map<LocalDate, Long>> days = new HashMap<>();
        for (PaperDays.Day day : papers.byDay(scope, commune, first, last)) {
            days.computeIfAbsent(day.commune() + "/" + day.group(), group -> new HashMap<>())
                    .merge(day.day(), day.persons(), Long::sum);
        }
        List<Papers> groups = targets.inForce(today, scope).stream()
                .filter(line -> commune.isEmpty() || commune.equals(line.commune()))
                .map(line -> new Papers(
                        line.commune(),
                        line.group(),
                        line.persons(),
                        days.getOrDefault(line.commune() + "/" + line.group(), Map.of())))
                .toList();
        return OutreachEffect.of(reached, from, to, groups, today);
    }
}
