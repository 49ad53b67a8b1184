package vn.dancu.reporting;

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
import vn.dancu.shared.AreaScope;

/** While the server runs: counts what an import or a batch run has moved, so that no page waits for a whole city. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class FiguresKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FiguresKeeper.class);
    private static final long SECONDS_BETWEEN = 15;

    private final KeptFigures figures;
    private final ProgressFigures pages;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(FiguresKeeper::thread);
    private volatile boolean running;

    FiguresKeeper(KeptFigures figures, ProgressFigures pages) {
        this.figures = figures;
        this.pages = pages;
        pages.keptBySomebody();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "figures-keeper");
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
            figures.bringAllUpToDate(() -> !running);
            if (running) {
                // Read into memory before the first page asks.
                pages.groupsToCome();
                pages.stageTimes(AreaScope.NOWHERE, "");
            }
        } catch (DataAccessException | TransactionException e) {
            // Whoever looks tries again, and so does the next round; a server that stops has closed its connections.
            LOG.warn("figures were not brought up to date: {}", e.getClass().getSimpleName());
        }
    }

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
