package vn.dancu.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** While the server runs: closes the day that has ended, a moment after midnight, and what was missed at the start. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Nightly implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final Duration AFTER_MIDNIGHT = Duration.ofSeconds(20);

    private final Days days;
    private final Exports exports;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    Nightly(Days days, Exports exports, Clock clock) {
        this.days = days;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::watch, "nightly");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                days.closeEnded();
                exports.deleteExpired();
            } catch (RuntimeException e) {
                LOG.warn("the day could not be closed: {}", e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(untilNextNight().toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration untilNextNight() {
        Instant next =
                days.today().plusDays(1).atStartOfDay(Days.VIETNAM).toInstant().plus(AFTER_MIDNIGHT);
        Duration left = Duration.between(clock.instant(), next);
        return left.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : left;
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
