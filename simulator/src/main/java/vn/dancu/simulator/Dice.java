package vn.dancu.simulator;

import java.util.List;

/**
 * SplitMix64 with the few draws a city needs. Each residential group, person and record kind has dice of its own, so that a
 * group comes out the same whatever thread makes it and whatever stands before it.
 */
final class Dice {
    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Dice that depend on the seed and on what they are for, and on nothing else. */
    static Dice of(long seed, long purpose, long number) {
        return new Dice(mix(mix(seed ^ 0x5DEECE66DL) + mix(purpose * 0x9E3779B97F4A7C15L + number)));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** In [0, bound). */
    int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** In [from, to], both included. */
    int between(int from, int to) {
        return to <= from ? from : from + below(to - from + 1);
    }

    /** In [0, 1). */
    double fraction() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return fraction() < probability;
    }

    /** Roughly normal (the sum of four uniform draws), rounded. */
    int around(double mean, double deviation) {
        double sum = fraction() + fraction() + fraction() + fraction() - 2;
        return (int) Math.round(mean + sum * deviation * 1.7320508);
    }

    <T> T oneOf(List<T> items) {
        return items.get(below(items.size()));
    }

    @SafeVarargs
    final <T> T pick(T... items) {
        return items[below(items.length)];
    }
}
