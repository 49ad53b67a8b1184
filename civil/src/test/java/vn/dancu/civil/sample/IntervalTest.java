package vn.dancu.civil.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.civil.sample.Interval.Stratum;

class IntervalTest {

    /** R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, .2553, .3662, .2527, .3676",
        "15, 148, .0624, .1605, .0578, .1617",
        "0, 20, .0000, .1611, .0000, .1684",
        "1, 29, .0061, .1718, .0009, .1776"
    })
    void intervalsAreThoseOfTheTextbook(int r, int n, double low, double high, double exactLow, double exactHigh) {
        Interval wilson = Interval.wilson(r, n);
        Interval exact = Interval.clopperPearson(r, n);

        assertThat(wilson.low()).isCloseTo(low, within(.00006));
        assertThat(wilson.high()).isCloseTo(high, within(.00006));
        assertThat(exact.low()).isCloseTo(exactLow, within(.00006));
        assertThat(exact.high()).isCloseTo(exactHigh, within(.00006));
    }

    @Test
    void successAndFailureMirrorEachOther() {
        assertThat(Interval.clopperPearson(20, 20).low()).isCloseTo(1 - .1684, within(.00006));
        assertThat(Interval.clopperPearson(20, 20).high()).isEqualTo(1);
        assertThat(Interval.wilson(28, 29).low()).isCloseTo(1 - .1718, within(.00006));
    }

    @Test
    void withoutASampleAnythingIsPossible() {
        assertThat(Interval.wilson(0, 0).low()).isZero();
        assertThat(Interval.wilson(0, 0).high()).isEqualTo(1);
        assertThat(Interval.clopperPearson(0, 0).high()).isEqualTo(1);
        assertThat(Interval.stratified(List.of()).high()).isEqualTo(1);
    }

    @Test
    void oneLargeStratumIsWilsons() {
        Interval stratified = Interval.stratified(List.of(new Stratum(1_000_000_000L, 263, 81)));

        assertThat(stratified.estimate()).isEqualTo(81 / 263.0);
        assertThat(stratified.low()).isCloseTo(.2553, within(.00006));
        assertThat(stratified.high()).isCloseTo(.3662, within(.00006));
    }

    @Test
    void whatWasLookedAtToItsEndIsKnown() {
        Interval known = Interval.stratified(List.of(new Stratum(40, 40, 38), new Stratum(10, 10, 10)));

        // (38 + 10) / 50
        assertThat(known.estimate()).isCloseTo(.96, within(1e-12));
        assertThat(known.low()).isCloseTo(.96, within(1e-12));
        assertThat(known.high()).isCloseTo(.96, within(1e-12));
    }

    @Test
    void aStratumNotLookedAtMayHoldAnything() {
        Interval half = Interval.stratified(List.of(new Stratum(50, 50, 50), new Stratum(50, 0, 0)));

        assertThat(half.low()).isCloseTo(.5, within(1e-12));
        assertThat(half.high()).isCloseTo(1, within(1e-12));
    }

    @Test
    void strataWeighByTheirSize() {
        // .99 * 1 + .01 * .5 = .995
        Interval all = Interval.stratified(List.of(new Stratum(99_000, 300, 300), new Stratum(1_000, 100, 50)));

        assertThat(all.estimate()).isCloseTo(.995, within(1e-12));
        assertThat(all.low()).isBetween(.98, .995);
        assertThat(all.high()).isBetween(.995, 1.0);
    }

    @Test
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(20261125);
        double[] truth = {.80, .97, .998};
        long[] sizes = {2_000, 8_000, 90_000};
        int[] sampled = {60, 80, 150};
        double share = (.80 * 2_000 + .97 * 8_000 + .998 * 90_000) / 100_000;
        int held = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            List<Stratum> strata = new ArrayList<>();
            for (int h = 0; h < truth.length; h++) {
                int successes = 0;
                for (int n = 0; n < sampled[h]; n++) {
                    successes += random.nextDouble() < truth[h] ? 1 : 0;
                }
                strata.add(new Stratum(sizes[h], sampled[h], successes));
            }
            Interval interval = Interval.stratified(strata);
            held += interval.low() <= share && share <= interval.high() ? 1 : 0;
        }

        assertThat(held / (double) runs).as("seed 20261125").isBetween(.93, .999);
    }

    @Test
    void moreSuccessesThanPairsAreRefused() {
        assertThatThrownBy(() -> new Stratum(10, 5, 6)).isInstanceOf(IllegalArgumentException.class);
    }
}
