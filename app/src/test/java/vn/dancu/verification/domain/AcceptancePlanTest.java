package vn.dancu.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.dancu.verification.Limits;

class AcceptancePlanTest {
    private static final Limits LIMITS = new Limits(.01, .05, .05, .10);

    @Test
    void drawsWithoutPuttingBackAreReckonedExactly() {
        // 10 forms, 3 wrong, 4 drawn: C(7,4)/C(10,4) = 35/210; with one wrong C(3,1)·C(7,3) = 105/210 more.
        assertThat(new Hypergeometric(10, 3, 4).atMost(0)).isCloseTo(35 / 210.0, within(1e-12));
        assertThat(new Hypergeometric(10, 3, 4).atMost(1)).isCloseTo(140 / 210.0, within(1e-12));
        assertThat(new Hypergeometric(10, 3, 4).atMost(3)).isEqualTo(1);
        // 8 of 10 drawn, 5 wrong: at least three wrong ones must show.
        assertThat(new Hypergeometric(10, 5, 8).atMost(2)).isZero();
    }

    @Test
    void aPlanKeepsBothRisksAndNoSmallerOneDoes() {
        long seed = 41;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int lot = 1 + random.nextInt(4000);
            Limits limits = new Limits(
                    random.nextInt(30) / 1000.0,
                    .02 + random.nextInt(8) / 100.0,
                    .04 + random.nextInt(100) / 1000.0,
                    .1);
            AcceptancePlan plan = AcceptancePlan.of(lot, limits);
            int good = (int) Math.floor(limits.acceptable() * lot);
            int bad = Math.min(lot, (int) Math.ceil(limits.rejectable() * lot));

            assertThat(1 - plan.acceptance(good))
                    .as("seed %d, %s", seed, plan)
                    .isLessThanOrEqualTo(limits.producerRisk());
            if (good < bad) {
                assertThat(plan.acceptance(bad))
                        .as("seed %d, %s", seed, plan)
                        .isLessThanOrEqualTo(limits.consumerRisk());
            }
            if (plan.sample() > 0 && plan.sample() < lot && plan.mostWrong() > 0) {
                AcceptancePlan smaller = new AcceptancePlan(lot, plan.sample() - 1, plan.mostWrong(), limits);
                AcceptancePlan stricter = new AcceptancePlan(lot, plan.sample() - 1, plan.mostWrong() - 1, limits);
                assertThat(smaller.acceptance(bad))
                        .as("seed %d, %s", seed, plan)
                        .isGreaterThan(limits.consumerRisk());
                assertThat(1 - stricter.acceptance(good))
                        .as("seed %d, %s", seed, plan)
                        .isGreaterThan(limits.producerRisk());
            }
        }
    }

    @Test
    void aThousandDrawsShowThePromisedRisks() {
        int lot = 2_000;
        AcceptancePlan plan = AcceptancePlan.of(lot, LIMITS);
        SplittableRandom random = new SplittableRandom(7);
        int goodSentBack = 0;
        int badPassed = 0;
        for (int draw = 0; draw < 1_000; draw++) {
            goodSentBack += plan.accepts(drawn(lot, 20, plan.sample(), random)) ? 0 : 1;
            badPassed += plan.accepts(drawn(lot, 100, plan.sample(), random)) ? 1 : 0;
        }

        // Three standard deviations of a binomial above the promise: sqrt(.05·.95/1000) = .0069, sqrt(.1·.9/1000) =
        // .0095.
        assertThat(goodSentBack / 1000.0).isLessThanOrEqualTo(.05 + 3 * .0069);
        assertThat(badPassed / 1000.0).isLessThanOrEqualTo(.10 + 3 * .0095);
        assertThat(plan.sample()).isLessThan(lot / 5);
    }

    private static int drawn(int lot, int wrong, int sample, SplittableRandom random) {
        int seen = 0;
        int left = wrong;
        for (int i = 0; i < sample; i++) {
            if (random.nextInt(lot - i) < left) {
                seen++;
                left--;
            }
        }
        return seen;
    }

    @Test
    void aBatchTooSmallToTellIsVisitedWhole() {
        // One wrong form of nine stays unseen with 1/9 when eight are visited; of twelve with 1/12, which the limit
        // allows.
        assertThat(AcceptancePlan.of(9, LIMITS).sample()).isEqualTo(9);
        assertThat(AcceptancePlan.of(12, LIMITS).sample()).isEqualTo(11);
        assertThat(AcceptancePlan.of(0, LIMITS).sample()).isZero();
    }

    @Test
    void limitsThatCannotBeKeptAreRefused() {
        assertThatThrownBy(() -> new Limits(.05, .05, .05, .1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(.01, 0, .05, .1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSampleFollowsTheWishedMarginAndTheSizeOfTheUnit() {
        // 1.96² · .5 · .5 / .05² = 384.1; of 1,000: 384.1 / (1 + 383.1/1000) = 277.7.
        assertThat(SampleSize.of(1_000_000_000, .5, .05, .95)).isEqualTo(385);
        assertThat(SampleSize.of(1_000, .5, .05, .95)).isEqualTo(278);
        assertThat(SampleSize.of(10, .5, .05, .95)).isEqualTo(10);
        assertThat(SampleSize.of(0, .5, .05, .95)).isZero();
        assertThat(SampleSize.normalQuantile(.975)).isCloseTo(1.959963985, within(1e-8));
    }
}
