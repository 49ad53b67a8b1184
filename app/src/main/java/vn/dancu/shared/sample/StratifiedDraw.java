package vn.dancu.shared.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.LongStream;

/**
 * A seeded sample with its parts by stratum (đơn vị): each stratum gives by its size, none that has forms is left out
 * while the sample is large enough, and within it those whose numbers of the seed are smallest. The same seed draws the
 * same forms of the same pool, on any machine.
 */
public final class StratifiedDraw {
    private StratifiedDraw() {}

    /**
     * @param pool keys of forms by stratum
     * @param size how many are wanted; the whole pool when it is smaller
     * @return by stratum, in the order drawn; a stratum that gives none is left out
     */
    public static Map<String, long[]> draw(SortedMap<String, long[]> pool, int size, long seed) {
        Map<String, Integer> shares = shares(pool, size);
        Map<String, long[]> drawn = new LinkedHashMap<>();
        pool.forEach((stratum, keys) -> {
            int share = shares.getOrDefault(stratum, 0);
            if (share > 0) {
                drawn.put(
                        stratum,
                        LongStream.of(keys)
                                .boxed()
                                .sorted(Comparator.comparingLong((Long key) -> number(seed, key))
                                        .thenComparing(Comparator.naturalOrder()))
                                .limit(share)
                                .mapToLong(Long::longValue)
                                .toArray());
            }
        });
        return drawn;
    }

    /** A stratum with what it gives. */
    private static final class Part {
        private final String stratum;
        private final int forms;
        private final long remainder;
        private int share;

        Part(String stratum, int forms, int share, long remainder) {
            this.stratum = stratum;
            this.forms = forms;
            this.share = share;
            this.remainder = remainder;
        }
    }

    /** Largest remainders; every stratum with forms gives one first, where the sample reaches round. */
    static Map<String, Integer> shares(SortedMap<String, long[]> pool, int size) {
        if (size < 0) {
            throw new IllegalArgumentException("a sample of " + size);
        }
        long all = pool.values().stream().mapToLong(keys -> keys.length).sum();
        int wanted = (int) Math.min(size, all);
        long strata = pool.values().stream().filter(keys -> keys.length > 0).count();
        int floor = wanted >= strata ? 1 : 0;
        List<Part> parts = new ArrayList<>();
        int given = 0;
        for (Map.Entry<String, long[]> stratum : pool.entrySet()) {
            int forms = stratum.getValue().length;
            if (forms > 0) {
                long exact = (long) wanted * forms;
                Part part = new Part(stratum.getKey(), forms, Math.max(floor, (int) (exact / all)), exact % all);
                parts.add(part);
                given += part.share;
            }
        }
        List<Part> order = new ArrayList<>(parts);
        order.sort(Comparator.comparingLong((Part part) -> -part.remainder).thenComparing(part -> part.stratum));
        for (int at = 0; given < wanted; at = (at + 1) % order.size()) {
            Part part = order.get(at);
            if (part.share < part.forms) {
                part.share++;
                given++;
            }
        }
        // The ones that were given first may have made too many: the largest strata give them back.
        while (given > wanted) {
            parts.stream().max(Comparator.comparingInt(part -> part.share)).ifPresent(largest -> largest.share--);
            given--;
        }
        Map<String, Integer> shares = new LinkedHashMap<>();
        parts.forEach(part -> shares.put(part.stratum, part.share));
        return shares;
    }

    /** A number from seed and key, as if thrown (SplitMix64's finaliser). */
    private static long number(long seed, long key) {
        long z = seed + key * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
