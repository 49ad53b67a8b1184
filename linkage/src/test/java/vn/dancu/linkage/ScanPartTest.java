package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The blocks dealt out to parts, each of which knows its own rows only, give the links of one machine to the last bit. */
class ScanPartTest {

    /** Deals rows to parts by their blocks, as a cluster does. */
    private record Dealer(List<@Nullable String[]> left, List<@Nullable String[]> right, int parts)
            implements PairScanner {
        @Override
        public List<PairBatch> scan(ScanPlan plan, int @Nullable [] leftRows) {
            Model model = Model.personVi();
            ScanPart asked = new ScanPart(model, plan);
            ScanPart askedRight = new ScanPart(model, plan);
            for (int i = 0; i < left.size(); i++) {
                asked.addLeft(i, left.get(i));
            }
            for (int j = 0; j < right.size(); j++) {
                askedRight.addRight(j, right.get(j));
            }
            long[][] leftBlocks = asked.blocksOfLeft();
            long[][] rightBlocks = askedRight.blocksOfRight();
            BitSet wanted = null;
            if (leftRows != null) {
                wanted = new BitSet();
                for (int row : leftRows) {
                    wanted.set(row);
                }
            }
            List<PairBatch> batches = new ArrayList<>();
            for (int p = parts - 1; p >= 0; p--) {
                int part = p;
                ScanPart own = new ScanPart(model, plan);
                for (int i : rowsOf(leftBlocks, part)) {
                    own.addLeft(i, left.get(i));
                }
                for (int j : rowsOf(rightBlocks, part)) {
                    own.addRight(j, right.get(j));
                }
                batches.add(own.scan(block -> partOf(block) == part, wanted));
            }
            return batches;
        }

        private int partOf(long block) {
            return (int) Math.floorMod(LongCodes.mix(block), parts);
        }

        private TreeSet<Integer> rowsOf(long[][] blocks, int part) {
            TreeSet<Integer> rows = new TreeSet<>();
            for (int row = 0; row < blocks.length; row++) {
                for (long block : blocks[row]) {
                    if (partOf(block) == part) {
                        rows.add(row);
                    }
                }
            }
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 150})
    void partsGiveTheLinksOfOneMachine(int parts) {
        InventedCity city = new InventedCity(1_500, 11, InventedCity.Right.BOOKS, new InventedCity.Noise(2, true));
        List<@Nullable String[]> right = city.rightRowsInOrder;
        LinkOptions options = LinkOptions.defaults();
        LinkResult here = new Linker(Model.personVi(), options).link(city.left, city.right);
        LinkResult there = new Linker(Model.personVi(), options.withScanner(new Dealer(city.leftRows, right, parts)))
                .link(city.left, city.right);

        assertThat(there.parameters().write()).isEqualTo(here.parameters().write());
        for (int i = 0; i < here.size(); i++) {
            assertThat(there.match(i)).isEqualTo(here.match(i));
            assertThat(there.weight(i)).isEqualTo(here.weight(i));
            assertThat(there.probability(i)).isEqualTo(here.probability(i));
            assertThat(there.candidates(i)).containsExactly(here.candidates(i));
        }
    }

    @Test
    void aScanElsewhereIsToldAsWhatItIsFor() {
        InventedCity city = new InventedCity(300, 12, InventedCity.Right.BOOKS, new InventedCity.Noise(1, true));
        Dealer dealer = new Dealer(city.leftRows, city.rightRowsInOrder, 2);
        List<String> phasesThere = new ArrayList<>();
        List<String> told = new ArrayList<>();
        LinkOptions options = LinkOptions.defaults()
                .withScanner((plan, rows) -> {
                    phasesThere.add(plan.phase());
                    return dealer.scan(plan, rows);
                })
                .withProgress((phase, done, all) -> told.add(phase));

        new Linker(Model.personVi(), options).link(city.left, city.right);

        assertThat(phasesThere).containsExactly("sample", "scan");
        assertThat(told).containsSubsequence("train", "sample", "train", "scan", "assign");
    }
}
