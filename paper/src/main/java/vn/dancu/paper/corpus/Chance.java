package vn.dancu.paper.corpus;

import java.util.List;
import java.util.SplittableRandom;

/** The draws of one page: they depend on the seed, the page and what they are for, and on nothing else. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed, long page, long purpose) {
        this.random = new SplittableRandom(
                seed * 0x9E3779B97F4A7C15L + page * 0xBF58476D1CE4E5B9L + purpose * 0x94D049BB133111EBL);
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** In [0, bound). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Roughly normal: the sum of four uniform draws. */
    double around(double mean, double deviation) {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
        return mean + sum * deviation * 1.7320508;
    }

    <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A fast stream of numbers of its own, for pixels. */
    long seed() {
        return random.nextLong() | 1;
    }
}
