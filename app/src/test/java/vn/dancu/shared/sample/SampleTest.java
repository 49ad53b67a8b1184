package vn.dancu.shared.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.dancu.civil.sample.Interval;

class SampleTest {
    private static SortedMap<String, long[]> pool(int... sizes) {
        SortedMap<String, long[]> pool = new TreeMap<>();
        long next = 1;
        for (int i = 0; i < sizes.length; i++) {
            pool.put("unit-" + i, LongStream.range(next, next + sizes[i]).toArray());
            next += sizes[i];
        }
        return pool;
    }

    @Test
    void eachUnitGivesByItsSizeAndNoneIsLeftOut() {
        assertThat(StratifiedDraw.shares(pool(800, 150, 50), 20))
                .isEqualTo(Map.of("unit-0", 16, "unit-1", 3, "unit-2", 1));
        assertThat(StratifiedDraw.shares(pool(990, 9, 1), 10)).isEqualTo(Map.of("unit-0", 8, "unit-1", 1, "unit-2", 1));
        assertThat(StratifiedDraw.shares(pool(5, 0, 5), 100)).isEqualTo(Map.of("unit-0", 5, "unit-2", 5));
    }

    @Test
    void theSameSeedDrawsTheSameFormsAndAnotherSeedOthers() {
        SortedMap<String, long[]> pool = pool(300, 200);

        assertThat(StratifiedDraw.draw(pool, 25, 7).get("unit-0"))
                .isEqualTo(StratifiedDraw.draw(pool, 25, 7).get("unit-0"))
                .isNotEqualTo(StratifiedDraw.draw(pool, 25, 8).get("unit-0"));
    }

    @Test
    void aDrawIsAsLargeAsAskedAndFairToEveryForm() {
        long seed = 20200907;
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[101];
        for (int round = 0; round < 4_000; round++) {
            Map<String, long[]> sample = StratifiedDraw.draw(pool(60, 40), 10, random.nextLong());
            assertThat(sample.values().stream().mapToInt(keys -> keys.length).sum())
                    .isEqualTo(10);
            sample.values().forEach(keys -> Arrays.stream(keys).forEach(key -> drawn[(int) key]++));
        }
        // Each of 100 forms is in one of ten samples: 400 of 4,000, with a deviation of 19.
        for (int key = 1; key <= 100; key++) {
            assertThat(drawn[key]).as("form %d, seed %d", key, seed).isBetween(320, 480);
        }
    }

    @Test
    void theIntervalIsWilsonsAndShrinksWithTheWhole() {
        // Wilson for 18 of 20 of an endless whole: (0.699, 0.972).
        Interval wide = Interval.of(18, 20, 1_000_000_000);
        assertThat(wide.low()).isCloseTo(.699, within(.001));
        assertThat(wide.high()).isCloseTo(.972, within(.001));
        Interval narrow = Interval.of(18, 20, 25);
        assertThat(narrow.low()).isGreaterThan(wide.low());
        assertThat(narrow.high()).isLessThan(wide.high());
        assertThat(Interval.of(18, 20, 20)).isEqualTo(new Interval(.9, .9, .9));
        assertThat(Interval.of(0, 0, 10).low()).isZero();
        assertThat(Interval.of(0, 0, 10).high()).isEqualTo(1);
        assertThatThrownBy(() -> Interval.of(3, 2, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        long seed = 95;
        SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        int rounds = 3_000;
        for (int round = 0; round < rounds; round++) {
            int hits = 0;
            int right = 176;
            int left = 200;
            for (int i = 0; i < 40; i++) {
                if (random.nextInt(left--) < right) {
                    right--;
                    hits++;
                }
            }
            Interval interval = Interval.of(hits, 40, 200);
            held += interval.low() <= .88 && .88 <= interval.high() ? 1 : 0;
        }

        assertThat(held / (double) rounds).as("seed %d", seed).isBetween(.93, .99);
    }
}
