package vn.dancu.paper.read.digits;

/** SplitMix64: the same seed gives the same numbers on every Java and every machine, which the weights rest on. */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** A stream of its own for one part of the work. */
    static Dice of(long seed, long part) {
        Dice dice = new Dice(seed * 0x2545F4914F6CDD1DL + part);
        dice.next();
        return dice;
    }

    private long next() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** At least 0, below 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** About standard normal: the sum of twelve, so that it needs no function that machines compute differently. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    int[] order(int length) {
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            int other = below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
