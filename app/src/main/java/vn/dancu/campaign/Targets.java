package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.db.AdjustmentStore;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;

/**
 * Persons to be counted (số phải thu thập) as one number a group: set in bulk by commands, read by whoever counts. What
 * officers do to them is {@link TargetDesk}'s.
 */
@Service
public class Targets {
    private final TargetStore store;
    private final AdjustmentStore adjustments;
    private final AuditLog audit;
    private final Clock clock;

    Targets(TargetStore store, AdjustmentStore adjustments, AuditLog audit, Clock clock) {
        this.store = store;
        this.adjustments = adjustments;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets figures; of several for one group and day the last one counts, and none is lost. */
    @Transactional
    public void set(Collection<Target> targets, Actor actor) {
        store.save(
                targets.stream()
                        .map(target -> new TargetFigure(
                                target.communeCode(),
                                target.residentialGroup(),
                                target.persons(),
                                null,
                                null,
                                target.asOf(),
                                target.source()))
                        .toList(),
                PersonsToCount.Origin.ENTERED,
                actor.login(),
                clock.instant());
        audit.act(actor, "SET_TARGETS", "targets", String.valueOf(targets.size()), "", Map.of());
    }

    /** Who must be counted on a day, by group: the figure in force, moved by births, moves and deaths since. */
    @Transactional(readOnly = true)
    public List<Target> asOf(LocalDate day) {
        return store.inForce(day, AreaScope.EVERYWHERE).stream()
                .map(line -> new Target(line.commune(), line.group(), (int) line.persons(), line.asOf(), line.source()))
                .toList();
    }

    /** What has moved the figures since, by group and day, oldest day first. */
    @Transactional(readOnly = true)
    public List<TargetMove> moves() {
        return adjustments.moves();
    }

    /** Changes whenever {@link #moves} may, but for forms that come in; asked by every page of progress. */
    @Transactional(readOnly = true)
    public String movesEdition() {
        return adjustments.edition();
    }

    /** The figures that were set, the last one for each group and day, oldest day first. */
    @Transactional(readOnly = true)
    public List<Target> history() {
        return store.all();
    }
}
