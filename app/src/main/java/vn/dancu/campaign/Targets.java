package vn.dancu.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.campaign.db.TargetStore;
import vn.dancu.shared.Actor;

/** Persons to be counted (số phải thu thập): set per group and day, kept with every earlier figure. */
@Service
public class Targets {
    private final TargetStore store;
    private final AuditLog audit;
    private final Clock clock;

    Targets(TargetStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets figures; one for the same group and day replaces the earlier, figures of other days stay. */
    @Transactional
    public void set(Collection<Target> targets, Actor actor) {
        store.save(targets, actor.login(), clock.instant());
        audit.act(actor, "SET_TARGETS", "targets", String.valueOf(targets.size()), "", Map.of());
    }

    /** The figures in force on a day: for each group the newest that is not later. */
    @Transactional(readOnly = true)
    public List<Target> asOf(LocalDate day) {
        return store.asOf(day);
    }

    /** Every figure ever set, oldest day first: what was in force on any day. */
    @Transactional(readOnly = true)
    public List<Target> history() {
        return store.all();
    }
}
