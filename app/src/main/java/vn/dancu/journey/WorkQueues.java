package vn.dancu.journey;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.journey.db.WaitingStore;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Progress;
import vn.dancu.shared.db.Statistics;

/**
 * The work queues as lists and counts: kept in {@code journey.waiting} and brought up to date when somebody looks, or, after
 * a whole city was moved, by {@link #bringAllUpToDate}.
 */
@Service
public class WorkQueues {
    /** What one look does at most: more than a desk ever changes at once, and not felt. */
    private static final int FORMS_A_LOOK = 1_000;

    /** Some thousands of forms a transaction, for which whoever looks meanwhile waits. */
    private static final int RANGES_A_PORTION = 24;

    private static final int WORTH_ANALYZING = 10_000;

    private final WaitingStore store;
    private final TransactionTemplate transactions;
    private final Statistics statistics;

    WorkQueues(WaitingStore store, TransactionTemplate transactions, Statistics statistics) {
        this.store = store;
        this.transactions = transactions;
        this.statistics = statistics;
    }

    /**
     * Makes lists and counts those of this moment. While a whole city is brought up to date nobody waits for that, as two hundred
     * who look would hold every connection: they see what is there, and how much is still to come.
     *
     * @return forms that are still to be looked at, at most: 0 but for a while after a whole city was moved
     */
    public long bringUpToDate() {
        if (!store.isStale()) {
            return 0;
        }
        boolean isSoonDone = store.backlog() <= FORMS_A_LOOK;
        transactions.executeWithoutResult(status -> store.refreshForDesk(FORMS_A_LOOK, isSoonDone));
        return store.backlog();
    }

    /**
     * Makes all lists and counts those of this moment, portion by portion.
     *
     * @return forms that were looked at
     */
    public long bringAllUpToDate(Progress progress) {
        progress.begin("web.queue.keeping", -1);
        long all = 0;
        while (!progress.stopRequested()) {
            Integer done = transactions.execute(status -> store.refreshInOrder(RANGES_A_PORTION));
            if (done == null || done == 0) {
                break;
            }
            all += done;
            progress.advance(done);
        }
        if (all >= WORTH_ANALYZING) {
            statistics.refresh("journey.waiting", "journey.waiting_count");
        }
        return all;
    }

    /** Whether lists lag behind; see {@link #bringAllUpToDate}. */
    public boolean isBehind() {
        return store.isStale();
    }

    /** By queue; one without a line works by {@link DaysLimit#USUAL}. */
    public Map<Queue, DaysLimit> limits() {
        return store.limits();
    }

    /** The queues that hold this form now, in the order of {@link Queue}. */
    public List<Queue> of(FormId form) {
        return store.queuesOf(form);
    }
}
