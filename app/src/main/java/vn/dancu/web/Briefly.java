package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers counts for a moment, so that twenty officers who press F5 ask the database once. Keys carry the area. */
final class Briefly<K, V> {
    private static final int MOST = 500;
    private static final Duration SLOW = Duration.ofMillis(80);

    private record Kept<V>(V value, Instant until) {}

    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Map<K, FutureTask<V>> asking = new ConcurrentHashMap<>();
    private final Duration howLong;
    private final Duration slow;
    private final Clock clock;

    Briefly(Duration howLong, Clock clock) {
        this(howLong, Duration.ZERO, clock);
    }

    private Briefly(Duration howLong, Duration slow, Clock clock) {
        this.howLong = howLong;
        this.slow = slow;
        this.clock = clock;
    }

    /** Remembers only answers that took long: where there is little to count, every page has the count of its moment. */
    static <K, V> Briefly<K, V> ofSlow(Duration howLong, Clock clock) {
        return new Briefly<>(howLong, SLOW, clock);
    }

    /** After an act that changes the answers. */
    void forget() {
        kept.clear();
    }

    V get(K key, Supplier<V> ask) {
        Instant now = clock.instant();
        Kept<V> known = kept.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        // Of those who ask at once for the same, one asks the database and the others wait for the answer.
        FutureTask<V> mine = new FutureTask<>(() -> {
            long started = System.nanoTime();
            V value = ask.get();
            if (System.nanoTime() - started >= slow.toNanos()) {
                if (kept.size() >= MOST) {
                    kept.clear();
                }
                kept.put(key, new Kept<>(value, now.plus(howLong)));
            }
            return value;
        });
        FutureTask<V> first = asking.putIfAbsent(key, mine);
        if (first != null) {
            // Whoever holds a connection already does not wait for one who may still need one.
            return TransactionSynchronizationManager.isActualTransactionActive() ? ask.get() : result(first);
        }
        try {
            mine.run();
            return result(mine);
        } finally {
            asking.remove(key, mine);
        }
    }

    private static <V> V result(FutureTask<V> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
