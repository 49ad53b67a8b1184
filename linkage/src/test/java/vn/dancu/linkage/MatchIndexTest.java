package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One record against the stored ones gives what linking the two files gives, as records come and go. */
class MatchIndexTest {

    private static final LinkOptions OPTIONS = LinkOptions.defaults().withHouseholdPass(false);

    @Test
    void aRecordFindsWhatLinkingTheWholeFilesFinds() {
        InventedCity city = new InventedCity(2_000, 5, InventedCity.Right.BOOKS, new InventedCity.Noise(2, true));
        LinkResult linked = new Linker(Model.personVi(), OPTIONS).link(city.left, city.right);
        MatchIndex index = MatchIndex.of(city.right, linked.parameters());
        int compared = 0;
        for (int i = 0; i < city.left.size(); i++) {
            List<MatchIndex.Candidate> found = index.find(.5, city.leftRows.get(i));
            int[] candidates = linked.candidates(i);
            double[] weights = linked.candidateWeights(i);
            int expected = 0;
            while (expected < weights.length && weights[expected] >= 0) {
                expected++;
            }
            assertThat(found).as("left row %d", i).hasSize(expected);
            for (int n = 0; n < expected; n++) {
                assertThat(found.get(n).row()).isEqualTo(candidates[n]);
                assertThat(found.get(n).weight()).isEqualTo(weights[n], within(1e-6));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1_500);
    }

    @Test
    void anAddedRecordIsFoundAndARemovedOneIsNot() {
        InventedCity city = new InventedCity(500, 6, InventedCity.Right.BOOKS, new InventedCity.Noise(1, true));
        Parameters parameters = new Linker(Model.personVi(), OPTIONS)
                .link(city.left, city.right)
                .parameters();
        MatchIndex index = MatchIndex.of(Records.builder(Model.personVi(), 0).build(), parameters);
        @Nullable String[] someone = city.leftRows.get(3);
        assertThat(index.find(.5, someone)).isEmpty();

        int row = index.add("F-1", someone);
        for (int i = 10; i < 400; i++) {
            index.add("F-" + i, city.leftRows.get(i));
        }

        assertThat(index.find(.9, someone).get(0).id()).isEqualTo("F-1");
        index.remove(row);
        assertThat(index.find(.9, someone))
                .noneMatch(candidate -> candidate.id().equals("F-1"));
        assertThat(index.size()).isEqualTo(391);
    }

    @Test
    void aNameThatNobodyHasYetIsComparedAllTheSame() {
        InventedCity city = new InventedCity(500, 7, InventedCity.Right.BOOKS, new InventedCity.Noise(1, true));
        Parameters parameters = new Linker(Model.personVi(), OPTIONS)
                .link(city.left, city.right)
                .parameters();
        MatchIndex index = MatchIndex.of(city.right, parameters);
        @Nullable String[] newcomer = city.leftRows.get(0).clone();
        newcomer[0] = "TRIỆU QUẢNG XYLOPHÔN";
        newcomer[4] = "002199999999";
        index.add("N", newcomer);
        newcomer[0] = "Triệu Quảng Xylophon";

        assertThat(index.find(.9, newcomer).get(0).id()).isEqualTo("N");
    }
}
