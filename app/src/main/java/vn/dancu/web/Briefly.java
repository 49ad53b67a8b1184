package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Remembers counts for a moment, so that twenty officers who press F5 ask the database once. Keys carry the area. */
final class Briefly<K, V> {
    private static final int MOST = 500;

    private record Kept<V>(V value, Instant until) {}

    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Duration howLong;
    private final Clock clock;

    Briefly(Duration howLong, Clock clock) {
        this.howLong = howLong;
        this.clock = clock;
    }

    V get(K key, Supplier<V> ask) {
        Instant now = clock.instant();
        Kept<V> known = kept.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        if (kept.size() >= MOST) {
            kept.clear();
        }
        V value = ask.get();
        kept.put(key, new Kept<>(value, now.plus(howLong)));
        return value;
    }
}
