package vn.dancu.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.reporting.db.StageTimeStore;
import vn.dancu.shared.FiguresAsOf;
import vn.dancu.shared.Refreshing;
import vn.dancu.shared.Refreshing.Counted;

/** How long forms stay at a stage, kept from one start of the program to the next. */
@Component
class KeptStageTimes {
    private final StageTimeStore store;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    KeptStageTimes(StageTimeStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    Optional<Counted<List<StageTime>>> known() {
        return store.countedAt()
                .map(counted -> new Counted<>(new FiguresAsOf<>(store.kept(), counted.at()), counted.tookMillis()));
    }

    Counted<List<StageTime>> count() {
        Instant now = clock.instant();
        return Objects.requireNonNull(ownTransaction.execute(status -> {
            Counted<List<StageTime>> counted = Refreshing.measured(now, () -> store.count(now));
            store.countedAt(now, counted.millis());
            return counted;
        }));
    }
}
