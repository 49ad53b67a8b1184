package vn.dancu.journey;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Recurring;

/** While the server runs: brings queues up to date after an import or a batch run, also one by the command line. */
@Component
@ConditionalOnWebApplication
final class QueueKeeper extends Recurring {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final WorkQueues queues;

    QueueKeeper(WorkQueues queues) {
        super("queue-keeper");
        this.queues = queues;
    }

    @Override
    protected void round(Progress untilStopped) {
        if (queues.isBehind()) {
            queues.bringAllUpToDate(untilStopped);
        }
    }

    @Override
    protected Duration pause() {
        return BETWEEN;
    }
}
