package vn.dancu.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures that are counted now and then, never once per page: at most a small share of the time goes into counting. What was
 * quick to count is counted again while the page waits; what was slow is counted behind it, and the page shows the figures
 * of before with their moment.
 */
public final class Refreshing<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);
    private static final long QUICK_MILLIS = 150;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    /** @param millis that counting them took */
    public record Counted<T>(FiguresAsOf<T> figures, long millis) {}

    private record Kept<T>(FiguresAsOf<T> figures, Instant until, long millis) {}

    private final String name;
    private final Duration atLeast;
    private final int share;
    private final Clock clock;
    private final Supplier<Optional<Counted<T>>> known;
    private final Supplier<Counted<T>> count;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile @Nullable Kept<T> kept;

    /**
     * @param atLeast how long figures are shown before they are counted again
     * @param share one part in so many of the time may go into counting
     * @param known what was counted before this program started; asked for once
     */
    public Refreshing(
            String name,
            Duration atLeast,
            int share,
            Clock clock,
            Supplier<Optional<Counted<T>>> known,
            Supplier<Counted<T>> count) {
        this.name = name;
        this.atLeast = atLeast;
        this.share = share;
        this.clock = clock;
        this.known = known;
        this.count = count;
    }

    /** Measures a count. */
    public static <T> Counted<T> measured(Instant at, Supplier<T> count) {
        long started = System.nanoTime();
        T figures = count.get();
        return new Counted<>(new FiguresAsOf<>(figures, at), (System.nanoTime() - started) / 1_000_000);
    }

    public FiguresAsOf<T> get() {
        return get(FOR_EVER, null);
    }

    /**
     * As {@link #get()}, but where nothing has been counted yet nobody waits longer than that.
     *
     * @param meanwhile what is shown then, of no moment in particular
     */
    public FiguresAsOf<T> get(Duration patience, @Nullable T meanwhile) {
        if (kept == null && meanwhile != null && patience.compareTo(FOR_EVER) < 0) {
            CompletableFuture<Kept<T>> counted = CompletableFuture.supplyAsync(this::first, Refreshing::aside);
            try {
                counted.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return new FiguresAsOf<>(meanwhile, clock.instant());
            } catch (ExecutionException e) {
                throw new IllegalStateException("could not count " + name, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while counting " + name, e);
            }
        }
        Kept<T> shown = kept != null ? kept : first();
        if (clock.instant().isBefore(shown.until())) {
            return shown.figures();
        }
        if (counting.compareAndSet(false, true)) {
            if (shown.millis() <= QUICK_MILLIS) {
                try {
                    return countNow().figures();
                } finally {
                    counting.set(false);
                }
            }
            aside(this::countBehind);
        }
        return shown.figures();
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "figures");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized Kept<T> first() {
        if (kept != null) {
            return kept;
        }
        Optional<Counted<T>> before = known.get();
        return before.isPresent() ? keep(before.get()) : countNow();
    }

    private Kept<T> countNow() {
        return keep(count.get());
    }

    private Kept<T> keep(Counted<T> counted) {
        Duration rest = Duration.ofMillis(counted.millis() * share);
        Kept<T> fresh = new Kept<>(
                counted.figures(),
                counted.figures().at().plusMillis(counted.millis()).plus(rest.compareTo(atLeast) > 0 ? rest : atLeast),
                counted.millis());
        kept = fresh;
        return fresh;
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
