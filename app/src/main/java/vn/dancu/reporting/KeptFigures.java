package vn.dancu.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.journey.WorkQueues;
import vn.dancu.reporting.db.KeptGroups;
import vn.dancu.reporting.db.KeptGroups.Figures;
import vn.dancu.reporting.db.KeptGroups.Place;

/**
 * The figures of all residential groups, in memory as they are kept in the database; only groups in which something has
 * changed are counted anew.
 */
@Component
class KeptFigures {
    /** About ten thousand forms: a third of a second. */
    private static final int GROUPS_A_PORTION = 32;

    private final KeptGroups store;
    private final WorkQueues queues;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Map<String, Map<String, Figures>> known = new TreeMap<>();
    private long lastCount;

    KeptFigures(KeptGroups store, WorkQueues queues, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.queues = queues;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * All groups at one moment; immutable.
     *
     * @param groups by commune
     * @param at of which the figures are those of all groups; before that was ever so, now
     * @param lagging groups that are still to be counted: 0 but after a whole city was moved
     * @param edition rises with whatever is counted anew
     */
    record Snapshot(Map<String, List<Figures>> groups, Instant at, long lagging, long edition) {}

    /** Counts what has changed for as long as the patience lasts, and tells what is known then. */
    Snapshot look(Duration patience) {
        Instant now = clock.instant();
        boolean isComplete = bringUpToDate(now, patience, () -> false);
        Instant at = isComplete ? now : store.completeAt().orElse(now);
        long lagging = isComplete ? 0 : store.lagging(now);
        return read(at, lagging);
    }

    /** Counts what has changed, portion by portion, until nothing is left, or it should stop. */
    void bringAllUpToDate(BooleanSupplier isStopped) {
        bringUpToDate(clock.instant(), Duration.ofDays(1), isStopped);
    }

    private boolean bringUpToDate(Instant now, Duration patience, BooleanSupplier isStopped) {
        long deadline = System.nanoTime() + patience.toNanos();
        Long waiting = ownTransaction.execute(status -> queues.bringUpToDate());
        boolean isAnyCounted = false;
        while (!isStopped.getAsBoolean()) {
            Integer counted = ownTransaction.execute(status -> portion(now));
            if (counted == null || counted < 0) {
                return false;
            }
            isAnyCounted |= counted > 0;
            if (counted < GROUPS_A_PORTION) {
                boolean isComplete = waiting != null && waiting == 0;
                if (isComplete && (isAnyCounted || store.completeAt().isEmpty())) {
                    ownTransaction.executeWithoutResult(status -> store.complete(now));
                }
                return isComplete;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
        }
        return false;
    }

    /** Groups counted; −1 when another is at it. */
    private int portion(Instant now) {
        if (!store.tryLock()) {
            return -1;
        }
        store.startAnewByAnotherRule();
        return store.count(GROUPS_A_PORTION, now);
    }

    private synchronized Snapshot read(Instant at, long lagging) {
        KeptGroups.News news = store.since(lastCount);
        lastCount = news.lastCount();
        for (Figures group : news.groups()) {
            Place place = group.place();
            known.computeIfAbsent(place.commune(), commune -> new TreeMap<>()).put(place.group(), group);
        }
        Map<String, List<Figures>> copy = new TreeMap<>();
        known.forEach((commune, groups) -> copy.put(commune, List.copyOf(groups.values())));
        return new Snapshot(copy, at, lagging, lastCount);
    }
}
