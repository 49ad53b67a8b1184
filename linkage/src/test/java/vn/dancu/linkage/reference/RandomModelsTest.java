package vn.dancu.linkage.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.Explainer;
import vn.dancu.linkage.Level;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.PairSink;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.Waterfall;

/** The engine against the plain one: models, files and parameters at random, every pair of them. */
class RandomModelsTest {

    private static final int CASES = 60;

    /** Low enough that nearly every pair that a rule gives is kept. */
    private static final LinkOptions ALL_PAIRS = LinkOptions.defaults()
            .withThreshold(1e-9)
            .withUncertainFrom(1e-9)
            .withHouseholdPass(false)
            .withOneToOne(false)
            .withThreads(2);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPairOfTwoFilesHasTheLevelsAndTheWeightOfThePlainFormula(boolean trained) {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= CASES; seed++) {
            RandomCase one = RandomCase.draw(seed, trained, 24);
            Records left = one.leftRecords();
            Records right = one.rightRecords();
            LinkResult result = new Linker(one.model(), ALL_PAIRS).link(left, right);
            PlainModel plain = new PlainModel(
                    one.model(), new PlainParameters(result.parameters()), one.left(), one.right(), false);
            Explainer explainer = new Linker(one.model(), ALL_PAIRS).explainer(result.parameters(), left, right);
            differences.addAll(differences(one, one.left(), one.right(), plain, result, explainer, false));
        }
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPairOfOneFileHasTheLevelsAndTheWeightOfThePlainFormula(boolean trained) {
        List<String> differences = new ArrayList<>();
        for (long seed = 1001; seed <= 1000 + CASES; seed++) {
            RandomCase one = RandomCase.draw(seed, trained, 24);
            Records records = one.leftRecords();
            LinkResult result = new Linker(one.model(), ALL_PAIRS).link(records, records);
            PlainModel plain =
                    new PlainModel(one.model(), new PlainParameters(result.parameters()), one.left(), one.left(), true);
            Explainer explainer = new Linker(one.model(), ALL_PAIRS).explainer(result.parameters(), records, records);
            differences.addAll(differences(one, one.left(), one.left(), plain, result, explainer, true));
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> differences(
            RandomCase one,
            List<?> left,
            List<?> right,
            PlainModel plain,
            LinkResult result,
            Explainer explainer,
            boolean within) {
        List<String> differences = new ArrayList<>();
        Map<Long, Double> kept = kept(result);
        double bound = Math.log(1e-9 / (1 - 1e-9)) / Math.log(2);
        for (int i = 0; i < left.size(); i++) {
            for (int j = within ? i + 1 : 0; j < right.size(); j++) {
                Waterfall told = explainer.explain(i, j);
                boolean levels = true;
                for (int k = 0; k < one.model().comparisons().size(); k++) {
                    Comparison comparison = one.model().comparisons().get(k);
                    String level = comparison.levelName(plain.level(k, i, j));
                    String engines = told.steps().get(k + 1).level();
                    if (!engines.equals(level)) {
                        levels = false;
                        differences.add(String.format(
                                "%s is \"%s\" and not \"%s\" by %s: %s",
                                comparison.name(), engines, level, text(comparison), pair(one, i, j, within)));
                    }
                }
                double weight = plain.weight(i, j);
                Double found = kept.get((long) i << 32 | j);
                boolean expected = weight >= bound && plain.sharesARule(i, j);
                if (levels && !(same(told.weight(), weight) && (found == null || same(found, weight)))) {
                    differences.add(String.format(
                            "weight %s, kept as %s, and not %s: %s",
                            told.weight(), found, weight, pair(one, i, j, within)));
                }
                boolean missed = expected && found == null && !plain.hasTooManyKeys(i, j);
                boolean invented = !expected && found != null;
                if (levels && Math.abs(weight - bound) > 1e-6 && (missed || invented)) {
                    differences.add(String.format(
                            "kept is %s and not %s, weight %s, by %s: %s",
                            found != null, expected, weight, one.model().rules(), pair(one, i, j, within)));
                }
            }
        }
        return differences;
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    }

    private static String text(Comparison comparison) {
        return comparison.kind() + " of " + comparison.columns() + " "
                + comparison.levels().stream().map(Level::tests).toList();
    }

    static Map<Long, Double> kept(LinkResult result) {
        Map<Long, Double> kept = new HashMap<>();
        PairSink sink = (i, j, weight, probability) -> assertThat(kept.put((long) i << 32 | j, weight))
                .as("pair %d, %d given once", i, j)
                .isNull();
        result.forEachLink(sink);
        result.forEachUncertain(sink);
        return kept;
    }

    static String pair(RandomCase one, int i, int j, boolean within) {
        return "seed " + one.seed() + (within ? " within" : "") + ", columns "
                + one.model().columns().stream()
                        .map(c -> c.kind() + ":" + c.format())
                        .toList() + ", pair " + i + " "
                + Arrays.toString(one.left().get(i)) + " and " + j + " "
                + Arrays.toString((within ? one.left() : one.right()).get(j));
    }
}
