package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast engine against the plain one: every pair of both files, formula as in the book, no blocking, no pruning. */
class ReferenceTest {

    @ParameterizedTest
    @CsvSource({"1, BOOKS, true", "2, BOOKS, false", "3, ARCHIVE, true", "4, ARCHIVE, false"})
    void everyPairWeighsWhatThePlainFormulaSays(long seed, InventedCity.Right kind, boolean numbers) {
        InventedCity city = new InventedCity(400, seed, kind, new InventedCity.Noise(3, numbers));
        LinkOptions options = LinkOptions.defaults().withHouseholdPass(false);
        LinkResult result = new Linker(Model.personVi(), options).link(city.left, city.right);
        Joint joint = new Joint(city.left, city.right);
        PlainScore plain = new PlainScore(joint, result.parameters());

        int strong = 0;
        int missing = 0;
        for (int i = 0; i < city.left.size(); i++) {
            int[] candidates = result.candidates(i);
            double[] weights = result.candidateWeights(i);
            for (int n = 0; n < candidates.length; n++) {
                assertThat(weights[n]).isEqualTo(plain.weight(i, candidates[n]), within(1e-4));
            }
            for (int j = 0; j < city.right.size(); j++) {
                double weight = plain.weight(i, j);
                int right = j;
                boolean found = java.util.Arrays.stream(candidates).anyMatch(c -> c == right);
                if (weight >= -4 && plain.sharesARule(i, j)) {
                    strong++;
                    missing += found ? 0 : 1;
                }
                assertThat(found && weight < -4.0001).isFalse();
            }
        }
        assertThat(strong).isGreaterThan(300);
        assertThat(missing).as("seed %d", seed).isZero();
    }
}
