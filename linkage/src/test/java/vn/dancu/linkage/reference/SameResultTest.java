package vn.dancu.linkage.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.MatchIndex;
import vn.dancu.linkage.Parameters;

/** One question asked in several ways has one answer: by threads, through written parameters, one record at a time. */
class SameResultTest {

    private static final int CASES = 25;
    private static final LinkOptions OPTIONS =
            LinkOptions.defaults().withThreshold(.5).withUncertainFrom(.1).withThreads(1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNumberOfThreadsChangesNothing(boolean trained) {
        for (long seed = 3000; seed < 3000 + CASES; seed++) {
            RandomCase one = RandomCase.draw(seed, trained, 60);
            List<String> results = new ArrayList<>();
            for (int threads = 1; threads <= 3; threads++) {
                LinkOptions options = OPTIONS.withThreads(threads);
                results.add(text(new Linker(one.model(), options).link(one.leftRecords(), one.rightRecords()))
                        + text(
                                new Deduper(one.model(), options).dedupe(one.leftRecords()),
                                one.left().size()));
            }
            assertThat(results.get(1)).as("seed %d, two threads", seed).isEqualTo(results.get(0));
            assertThat(results.get(2)).as("seed %d, three threads", seed).isEqualTo(results.get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writtenParametersGiveTheSameLinksToOtherRecords(boolean trained) {
        for (long seed = 3100; seed < 3100 + CASES; seed++) {
            RandomCase one = RandomCase.draw(seed, trained, 40);
            Linker linker = new Linker(one.model(), OPTIONS.withHouseholdPass(false));
            LinkResult learnt = linker.link(one.leftRecords(), one.rightRecords());
            Parameters read = Parameters.read(one.model(), learnt.parameters().write());

            LinkResult again = linker.linkWith(read, one.leftRecords(), one.rightRecords());

            assertThat(read.write())
                    .as("seed %d", seed)
                    .isEqualTo(learnt.parameters().write());
            assertThat(links(again)).as("seed %d", seed).isEqualTo(links(learnt));
        }
    }

    /** Household keys are left to themselves: an index takes them to be of one kind with those of whoever asks. */
    @Test
    void anIndexFindsForEveryRecordWhatLinkingItFinds() {
        int found = 0;
        for (long seed = 3200; seed < 3200 + 3 * CASES; seed++) {
            RandomCase one = RandomCase.draw(seed, seed % 2 == 0, 30);
            LinkOptions options = OPTIONS.withOneToOne(false).withHouseholdPass(false);
            Linker linker = new Linker(one.model(), options.withThreshold(.2).withUncertainFrom(.2));
            LinkResult all = linker.link(one.leftRecords(), one.rightRecords());
            MatchIndex index = MatchIndex.of(one.rightRecords(), all.parameters());
            MatchIndex grown = MatchIndex.of(RandomCase.records(one.model(), List.of()), all.parameters());
            for (int j = 0; j < one.right().size(); j++) {
                grown.add("row " + j, one.right().get(j));
            }
            PlainModel plain =
                    new PlainModel(one.model(), new PlainParameters(all.parameters()), one.left(), one.right(), false);
            for (int i = 0; i < one.left().size() && (plain.householdsMeet() || !plain.hasHouseholds()); i++) {
                int[] rows = all.candidates(i);
                double[] weights = all.candidateWeights(i);
                for (MatchIndex asked : List.of(index, grown)) {
                    String of = "seed " + seed + " row " + i + (asked == grown ? " of added records " : " ")
                            + Arrays.toString(one.left().get(i)) + " by "
                            + one.model().comparisons();
                    List<MatchIndex.Candidate> candidates =
                            asked.find(.2, one.left().get(i));
                    assertThat(candidates.stream().map(MatchIndex.Candidate::row))
                            .as(of)
                            .containsExactlyInAnyOrder(
                                    Arrays.stream(rows).boxed().toArray(Integer[]::new));
                    for (int n = 0; n < rows.length; n++) {
                        assertThat(candidates.get(n).weight()).as(of).isEqualTo(weights[n], within(1e-9 * 100));
                        found++;
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    private static String text(LinkResult result) {
        return links(result) + result.parameters().write() + result.rules() + result.warnings();
    }

    private static List<String> links(LinkResult result) {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            links.add(i + " " + result.state(i) + " " + result.match(i) + " " + result.sharesMatch(i) + " "
                    + result.weight(i) + " " + result.probability(i) + " " + Arrays.toString(result.candidates(i))
                    + Arrays.toString(result.candidateWeights(i)));
        }
        return links;
    }

    private static String text(Clusters clusters, int size) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < size; row++) {
            text.append(clusters.clusterOf(row))
                    .append(' ')
                    .append(clusters.weight(row))
                    .append('\n');
        }
        return text.toString();
    }
}
