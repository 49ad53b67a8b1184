package vn.dancu.linkage.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.LinkOptions;

/** The clusters of one file against those that grow plainly, pair by pair. Households, whose twins are apart, are left out. */
class ClustersReferenceTest {

    private static final int CASES = 80;

    @ParameterizedTest
    @CsvSource({"4000, .5, false", "4200, .9, false", "4400, .05, false", "4600, .5, true"})
    void clustersAreThoseThatGrowPlainly(long first, double threshold, boolean trained) {
        LinkOptions options = LinkOptions.defaults().withThreshold(threshold).withThreads(2);
        double least = Math.log(threshold / (1 - threshold)) / Math.log(2);
        int several = 0;
        for (long seed = first; seed < first + CASES; seed++) {
            RandomCase one = RandomCase.draw(seed, trained, 25);
            if (one.model().columns().stream().anyMatch(column -> column.kind() == Column.Kind.HOUSEHOLD)) {
                continue;
            }
            Clusters clusters = new Deduper(one.model(), options).dedupe(one.rightRecords());
            PlainModel plain = new PlainModel(
                    one.model(),
                    new PlainParameters(clusters.parameters().orElseThrow()),
                    one.right(),
                    one.right(),
                    true);
            int size = one.right().size();
            boolean allKeys = IntStream.range(0, size).noneMatch(row -> plain.hasTooManyKeys(row, row));

            List<List<Integer>> expected =
                    PlainClusters.of(plain, size, least, one.model().settings().largestCluster(), plain::cannotLink);

            if (allKeys) {
                assertThat(clusters.members().stream()
                                .map(rows -> IntStream.of(rows).boxed().toList()))
                        .as("seed %d, columns %s", seed, one.model().columns())
                        .isEqualTo(expected);
                several += expected.size();
            }
        }
        assertThat(several).isGreaterThan(30);
    }
}
