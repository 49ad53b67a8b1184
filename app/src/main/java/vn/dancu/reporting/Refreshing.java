package vn.dancu.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures that are counted now and then, never once per page: at most a twentieth of the time goes into counting. What was
 * quick to count is counted again while the page waits; what was slow is counted behind it, and the page shows the figures
 * of before with their moment.
 */
final class Refreshing<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);
    private static final long QUICK_MILLIS = 150;
    private static final int SHARE = 20;

    private record Kept<T>(FiguresAsOf<T> figures, Instant until, long millis) {}

    private final String name;
    private final Duration atLeast;
    private final Clock clock;
    private final Supplier<T> count;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile @Nullable Kept<T> kept;

    /** @param atLeast how long figures are shown before they are counted again */
    Refreshing(String name, Duration atLeast, Clock clock, Supplier<T> count) {
        this.name = name;
        this.atLeast = atLeast;
        this.clock = clock;
        this.count = count;
    }

    FiguresAsOf<T> get() {
        Kept<T> known = kept;
        if (known == null) {
            return first();
        }
        if (clock.instant().isBefore(known.until())) {
            return known.figures();
        }
        if (counting.compareAndSet(false, true)) {
            if (known.millis() <= QUICK_MILLIS) {
                try {
                    return countNow();
                } finally {
                    counting.set(false);
                }
            }
            Thread behind = new Thread(this::countBehind, "count-" + name);
            behind.setDaemon(true);
            behind.start();
        }
        return known.figures();
    }

    private synchronized FiguresAsOf<T> first() {
        Kept<T> known = kept;
        return known != null ? known.figures() : countNow();
    }

    private FiguresAsOf<T> countNow() {
        Instant at = clock.instant();
        long started = System.nanoTime();
        FiguresAsOf<T> figures = new FiguresAsOf<>(count.get(), at);
        long millis = (System.nanoTime() - started) / 1_000_000;
        Duration rest = Duration.ofMillis(millis * SHARE);
        kept = new Kept<>(figures, clock.instant().plus(rest.compareTo(atLeast) > 0 ? rest : atLeast), millis);
        return figures;
    }

    /** A failure leaves the figures of before; the next page tries again. */
    private void countBehind() {
        try {
            countNow();
        } catch (RuntimeException e) {
            LOG.warn("could not count {}: {}", name, e.getClass().getSimpleName());
        } finally {
            counting.set(false);
        }
    }
}
