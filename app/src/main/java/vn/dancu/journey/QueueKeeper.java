package vn.dancu.journey;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.dancu.shared.Progress;

/** While the server runs: brings queues up to date after an import or a batch run, also one by the command line. */
@Component
@ConditionalOnWebApplication
final class QueueKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(QueueKeeper.class);
    private static final long SECONDS_BETWEEN = 5;

    private final WorkQueues queues;
    private volatile boolean running;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(QueueKeeper::thread);

    QueueKeeper(WorkQueues queues) {
        this.queues = queues;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "queue-keeper");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::keep, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    private void keep() {
        try {
            if (running && queues.isBehind()) {
                queues.bringAllUpToDate(untilStopped);
            }
        } catch (DataAccessException | TransactionException e) {
            // Whoever looks tries again, and so does the next round; a server that stops has closed its connections.
            LOG.warn("queues were not brought up to date: {}", e.getClass().getSimpleName());
        }
    }

    private final Progress untilStopped = new Progress() {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void advance(long done) {}

        @Override
        public boolean stopRequested() {
            return !running;
        }
    };

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
