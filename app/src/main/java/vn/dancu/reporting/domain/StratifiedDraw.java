package vn.dancu.reporting.domain;

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
        if (size < 0) {
            throw new IllegalArgumentException("a sample of " + size);
        }
        Map<String, Integer> shares = shares(pool, size);
        Map<String, long[]> drawn = new LinkedHashMap<>();
        shares.forEach((stratum, share) -> {
            if (share > 0) {
                drawn.put(
                        stratum,
                        LongStream.of(pool.get(stratum))
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

    /** Largest remainders; every stratum with forms gives one first, where the sample reaches round. */
    static Map<String, Integer> shares(SortedMap<String, long[]> pool, int size) {
        long all = pool.values().stream().mapToLong(keys -> keys.length).sum();
        int wanted = (int) Math.min(size, all);
        List<String> strata = new ArrayList<>();
        pool.forEach((stratum, keys) -> {
            if (keys.length > 0) {
                strata.add(stratum);
            }
        });
        int floor = wanted >= strata.size() ? 1 : 0;
        Map<String, Integer> shares = new LinkedHashMap<>();
        int given = 0;
        for (String stratum : strata) {
            int share = Math.max(floor, (int) ((long) wanted * pool.get(stratum).length / all));
            shares.put(stratum, share);
            given += share;
        }
        List<String> order = new ArrayList<>(strata);
        order.sort(Comparator.comparingLong((String stratum) -> -((long) wanted * pool.get(stratum).length % all))
                .thenComparing(Comparator.naturalOrder()));
        for (int at = 0; given < wanted; at = (at + 1) % order.size()) {
            String stratum = order.get(at);
            if (shares.get(stratum) < pool.get(stratum).length) {
                shares.merge(stratum, 1, Integer::sum);
                given++;
            }
        }
        // The ones that were given first may have made too many: the largest strata give them back.
        while (given > wanted) {
            String largest =
                    strata.stream().max(Comparator.comparingInt(shares::get)).orElseThrow();
            shares.merge(largest, -1, Integer::sum);
            given--;
        }
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
