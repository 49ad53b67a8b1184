package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkerTest {

    private static final LinkOptions SURE =
            LinkOptions.defaults().withThreshold(.9).withUncertainFrom(.5);

    @ParameterizedTest
    @CsvSource({
        "11, BOOKS, true, .9995, .998",
        "12, BOOKS, false, .999, .99",
        "13, ARCHIVE, true, .9995, .998",
        "14, ARCHIVE, false, .999, .99"
    })
    void aCityIsLinkedRightly(long seed, InventedCity.Right kind, boolean numbers, double precision, double recall) {
        InventedCity city = new InventedCity(4000, seed, kind, new InventedCity.Noise(1, numbers));

        Figures figures = city.judge(new Linker(Model.personVi(), SURE).link(city.left, city.right));

        assertThat(figures.precision()).as("seed %d: %s", seed, figures).isGreaterThanOrEqualTo(precision);
        assertThat(figures.recall()).as("seed %d: %s", seed, figures).isGreaterThanOrEqualTo(recall);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "10, 2", "60, 3", "400, 4"})
    void aSmallPlaceIsLinkedByBelief(int people, long seed) {
        InventedCity city =
                new InventedCity(people, seed, InventedCity.Right.BOOKS, new InventedCity.Noise(1, false), 1, 1);

        Figures figures = city.judge(new Linker(Model.personVi(), SURE).link(city.left, city.right));

        assertThat(figures.linked()).isEqualTo(figures.right());
        assertThat(figures.recall()).as("%s", figures).isGreaterThanOrEqualTo(.97);
    }

    @Test
    void whoIsNotInTheBooksIsNotLinked() {
        InventedCity city =
                new InventedCity(2500, 5, InventedCity.Right.BOOKS, new InventedCity.Noise(1, false), .5, .5);

        Figures figures = city.judge(new Linker(Model.personVi(), SURE).link(city.left, city.right));

        assertThat(figures.precision()).as("%s", figures).isGreaterThanOrEqualTo(.998);
        assertThat(figures.recall()).as("%s", figures).isGreaterThanOrEqualTo(.98);
    }

    @ParameterizedTest
    @CsvSource({"BOOKS, 31", "ARCHIVE, 32"})
    void theWaterfallOfACandidateAddsUpToItsWeightWithTheEvidenceOfItsHousehold(InventedCity.Right kind, long seed) {
        InventedCity city = new InventedCity(1200, seed, kind, new InventedCity.Noise(2, false));

        assertThat(liftedByTheirHousehold(city.left, city.right))
                .as("an equal number of the household says it already")
                .isZero();
    }

    @Test
    void whereTheFilesNumberHouseholdsApartTheLinksOfAHouseholdLiftItsOthers() {
        InventedCity city = new InventedCity(1200, 31, InventedCity.Right.BOOKS, new InventedCity.Noise(2, false));
        int household = Model.personVi().householdColumn();
        Records.Builder renumbered = Records.builder(Model.personVi(), city.right.size());
        for (int row = 0; row < city.right.size(); row++) {
            String[] values = city.rightRowsInOrder.get(row).clone();
            if (values[household] != null) {
                values[household] = "K" + values[household];
            }
            renumbered.add(city.right.id(row), values);
        }

        assertThat(liftedByTheirHousehold(city.left, renumbered.build())).isPositive();
    }

    /**
     * Candidates whose last step, their household, lifts them: few, for it says nothing between two of one household, and that
     * is what most pairs must still be told from. Of every one the steps must add up to its weight.
     */
    private static int liftedByTheirHousehold(Records left, Records right) {
        Linker linker = new Linker(Model.personVi(), SURE);
        LinkResult result = linker.link(left, right);
        Explainer explainer = linker.explainer(result, left, right);
        int lifted = 0;
        for (int i = 0; i < result.size(); i++) {
            int[] candidates = result.candidates(i);
            for (int n = 0; n < candidates.length; n++) {
                Waterfall why = explainer.explain(i, candidates[n]);
                assertThat(why.weight()).isEqualTo(result.candidateWeights(i)[n], within(1e-3));
                Waterfall.Step last = why.steps().get(why.steps().size() - 1);
                assertThat(last.comparison()).isEqualTo("household");
                lifted += last.weight() > .5 ? 1 : 0;
            }
        }
        return lifted;
    }

    @Test
    void moreDistinctTextsThanMemoryHoldsAreRefused() {
        Model model = Model.personVi();
        Records.Builder records = Records.builder(model, 10, 50_000, null);
        int hometown = model.columns().stream().map(Column::name).toList().indexOf("hometown");

        assertThatThrownBy(() -> {
                    for (int n = 0; n < 100_000; n++) {
                        String[] values = new String[model.columns().size()];
                        values[hometown] = "somewhere " + n;
                        records.add("R" + n, values);
                    }
                })
                .isInstanceOfSatisfying(
                        LinkageException.class,
                        told -> assertThat(told.english())
                                .contains("too many distinct values")
                                .contains("--memory"));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        InventedCity city = new InventedCity(1500, 6, InventedCity.Right.BOOKS, new InventedCity.Noise(2, false));

        LinkResult one = new Linker(Model.personVi(), SURE.withThreads(1)).link(city.left, city.right);
        LinkResult three = new Linker(Model.personVi(), SURE.withThreads(3)).link(city.left, city.right);

        assertThat(three.parameters().write()).isEqualTo(one.parameters().write());
        for (int i = 0; i < one.size(); i++) {
            assertThat(three.match(i)).isEqualTo(one.match(i));
            assertThat(three.weight(i)).isEqualTo(one.weight(i));
        }
    }

    @Test
    void parametersComeBackFromTextAndLinkAlike() {
        InventedCity city = new InventedCity(1500, 7, InventedCity.Right.ARCHIVE, new InventedCity.Noise(1, true));
        Linker linker = new Linker(Model.personVi(), SURE);
        LinkResult trained = linker.link(city.left, city.right);

        Parameters read = Parameters.read(trained.parameters().write());
        LinkResult again = linker.linkWith(read, city.left, city.right);

        assertThat(read.write()).isEqualTo(trained.parameters().write());
        for (int i = 0; i < trained.size(); i++) {
            assertThat(again.match(i)).isEqualTo(trained.match(i));
        }
    }

    @Test
    void theWaterfallAddsUpToTheWeight() {
        InventedCity city = new InventedCity(1000, 8, InventedCity.Right.BOOKS, new InventedCity.Noise(1, true));
        Linker linker = new Linker(Model.personVi(), SURE.withHouseholdPass(false));
        LinkResult result = linker.link(city.left, city.right);

        for (int i = 0; i < 50; i++) {
            if (result.match(i) >= 0) {
                Waterfall waterfall = linker.explain(result.parameters(), city.left, i, city.right, result.match(i));
                assertThat(waterfall.weight()).isEqualTo(result.weight(i), within(1e-4));
                assertThat(waterfall.text()).contains("prior", "given_name", "probability");
            }
        }
    }

    @Test
    void emptyFilesGiveNoLinks() {
        Records none = Records.builder(Model.personVi(), 0).build();
        InventedCity city = new InventedCity(10, 9, InventedCity.Right.BOOKS, new InventedCity.Noise(1, true));
        Linker linker = new Linker(Model.personVi(), SURE);

        assertThat(linker.link(none, none).size()).isZero();
        assertThat(linker.link(none, city.right).size()).isZero();
        LinkResult result = linker.link(city.left, none);
        for (int i = 0; i < result.size(); i++) {
            assertThat(result.state(i)).isEqualTo(LinkResult.State.NONE);
        }
        assertThat(new Deduper(Model.personVi(), SURE).dedupe(none).size()).isZero();
    }

    @Test
    void rowsThatAreAllEqualAreRefusedAndNotMultiplied() {
        Records.Builder builder = Records.builder(Model.personVi(), 3000);
        for (int i = 0; i < 3000; i++) {
            String[] row = new String[InventedCity.COLUMNS];
            row[0] = "Nguyễn Văn Anh";
            row[2] = "01/01/1990";
            row[6] = "C1";
            builder.add("" + i, row);
        }
        Records records = builder.build();

        LinkResult result = new Linker(Model.personVi(), SURE).link(records, records);

        assertThat(result.rules()).anyMatch(rule -> rule.refused() > 0);
        assertThat(result.warnings()).extracting(Warning::code).contains(Warning.Code.BLOCKS_LEFT_OUT);
        assertThat(result.match(0)).isEqualTo(-1);
    }

    @Test
    void aRunCanBeStopped() {
        InventedCity city = new InventedCity(500, 10, InventedCity.Right.BOOKS, new InventedCity.Noise(1, true));

        assertThatThrownBy(() -> new Linker(Model.personVi(), SURE.withStop(() -> true)).link(city.left, city.right))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void wrongUseIsSaid() {
        assertThatThrownBy(() -> Records.builder(Model.personVi(), 1).add("1", "too few"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 16 values");
        assertThatThrownBy(() -> Parameters.read("nonsense")).isInstanceOf(IllegalArgumentException.class);
        String broken = new Parameters(Model.personVi()).write() + "level sex one\n";
        assertThatThrownBy(() -> Parameters.read(broken)).hasMessageContaining("line");
    }
}
