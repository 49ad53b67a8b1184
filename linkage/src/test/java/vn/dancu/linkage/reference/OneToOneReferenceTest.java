package vn.dancu.linkage.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.LinkResult.State;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.reference.PlainMatchings.Pair;

/** Decisions under one-to-one against all matchings of small components, no two records of a file being one person. */
class OneToOneReferenceTest {

    private static final int CASES = 60;
    private static final int LARGEST_SIDE = 6;
    /** Pairs below these log2 odds (1 to 16) settle nothing. */
    private static final double EDGE = -4;

    private int components;
    private int uncertain;

    @ParameterizedTest
    @CsvSource({"2000, .5, .5, 1", "2100, .9, .5, 1", "2200, .75, .2, 0", "2300, .3, .1, 1", "2400, .25, .25, 0"})
    void probabilitiesAndDecisionsAreThoseOfAllMatchings(
            long first, double threshold, double uncertainFrom, double margin) {
        LinkOptions options = LinkOptions.defaults()
                .withThreshold(threshold)
                .withUncertainFrom(uncertainFrom)
                .withUncertainMargin(margin)
                .withHouseholdPass(false);
        for (long seed = first; seed < first + CASES; seed++) {
            RandomCase one = RandomCase.draw(seed, false, 14);
            LinkResult result = new Linker(one.model(), options)
                    .link(
                            one.leftRecords(),
                            one.rightRecords(),
                            alone(one.left().size()),
                            alone(one.right().size()));
            PlainModel plain = new PlainModel(
                    one.model(), new PlainParameters(result.parameters()), one.left(), one.right(), false);
            if (hasTooManyKeys(plain, one)) {
                continue;
            }
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < one.left().size(); i++) {
                for (int j = 0; j < one.right().size(); j++) {
                    double weight = plain.weight(i, j);
                    if (weight >= EDGE && plain.sharesARule(i, j)) {
                        pairs.add(new Pair(i, j, weight));
                    }
                }
            }
            for (List<Pair> component : PlainMatchings.components(pairs)) {
                if (PlainMatchings.lefts(component).size() <= LARGEST_SIDE
                        && PlainMatchings.rights(component).size() <= LARGEST_SIDE
                        && component.size() <= 18) {
                    decided(component, options, result, "seed " + seed);
                }
            }
        }
        assertThat(components).isGreaterThan(50);
        assertThat(uncertain).isPositive();
    }

    private static boolean hasTooManyKeys(PlainModel plain, RandomCase one) {
        return IntStream.range(0, one.left().size())
                .anyMatch(i -> IntStream.range(0, one.right().size()).anyMatch(j -> plain.hasTooManyKeys(i, j)));
    }

    static Clusters alone(int size) {
        int[] cluster = new int[size];
        Arrays.fill(cluster, Clusters.ALONE);
        return Clusters.of(cluster, new double[size]);
    }

    private void decided(List<Pair> component, LinkOptions options, LinkResult result, String seed) {
        List<Double> probabilities = PlainMatchings.probabilities(component);
        components++;
        for (int left : PlainMatchings.lefts(component)) {
            String of = seed + ", left row " + left + " of " + component + " with " + probabilities;
            int best = -1;
            double sum = 0;
            for (int n = 0; n < component.size(); n++) {
                if (component.get(n).left() == left) {
                    best = best < 0 || probabilities.get(n) > probabilities.get(best) ? n : best;
                    sum += probabilities.get(n);
                }
            }
            double likeliest = probabilities.get(best);
            assertThat(result.probability(left)).as(of).isEqualTo(likeliest, within(1e-6));
            if (near(likeliest, options.threshold()) || near(sum, options.uncertainFrom())) {
                continue;
            }
            boolean linked = likeliest > options.threshold()
                    && !rivalled(component, probabilities, best, options)
                    && !claimed(component, probabilities, best, options);
            State state = linked ? State.LINKED : sum > options.uncertainFrom() ? State.UNCERTAIN : State.NONE;
            uncertain += state == State.UNCERTAIN ? 1 : 0;
            assertThat(result.state(left)).as(of).isEqualTo(state);
            assertThat(result.match(left))
                    .as(of)
                    .isEqualTo(linked ? component.get(best).right() : -1);
        }
    }

    private static boolean near(double probability, double bound) {
        return Math.abs(probability - bound) < 1e-9;
    }

    /** Another right record is within the margin: a tie. */
    private static boolean rivalled(List<Pair> component, List<Double> probabilities, int best, LinkOptions options) {
        double margin = Math.pow(2, options.uncertainMargin());
        for (int n = 0; n < component.size(); n++) {
            boolean rival =
                    n != best && component.get(n).left() == component.get(best).left();
            if (rival && probabilities.get(n) * margin * (1 + 1e-9) >= probabilities.get(best)) {
                return true;
            }
        }
        return false;
    }

    /** Another left record would be linked with the same right one, and is within the margin. */
    private static boolean claimed(List<Pair> component, List<Double> probabilities, int best, LinkOptions options) {
        double margin = Math.pow(2, options.uncertainMargin());
        for (int n = 0; n < component.size(); n++) {
            boolean rival = n != best
                    && component.get(n).right() == component.get(best).right()
                    && probabilities.get(n) >= options.threshold()
                    && !rivalled(component, probabilities, n, options);
            if (rival && probabilities.get(n) * margin * (1 + 1e-9) >= probabilities.get(best)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noneOfTwoEqualClaimsWinsBelowAThresholdOfAHalf() {
        OneColumn text = new OneColumn(
                vn.dancu.linkage.Column.Kind.TEXT,
                "value:first-1",
                vn.dancu.linkage.Test.of(vn.dancu.linkage.Measure.EXACT),
                vn.dancu.linkage.Test.of(vn.dancu.linkage.Measure.PREFIX, 3));
        LinkOptions low =
                LinkOptions.defaults().withThreshold(.2).withUncertainFrom(.1).withHouseholdPass(false);

        LinkResult tie =
                new Linker(text.model, low).link(text.file("anna", "anna"), text.file("anna"), alone(2), alone(1));

        // Both odds are equal: neither is the one, whatever the threshold.
        assertThat(tie.state(0)).isEqualTo(State.UNCERTAIN);
        assertThat(tie.state(1)).isEqualTo(State.UNCERTAIN);
    }
}
