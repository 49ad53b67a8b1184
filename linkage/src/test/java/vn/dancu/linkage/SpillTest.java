package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that memory is too small for lie in a file, and nothing else changes. */
class SpillTest {

    @TempDir
    private Path folder = Path.of("");

    private final InventedCity city =
            new InventedCity(2_000, 21, InventedCity.Right.BOOKS, new InventedCity.Noise(1, true));

    @Test
    void linksAreTheSameWhenTheRowsLieInAFile() throws IOException {
        Records left = spilled(city.leftRows);
        Records right = spilled(city.rightRowsInOrder);
        assertThat(left.rows.isSpilled()).isTrue();

        LinkResult inFile = new Linker(Model.personVi(), LinkOptions.defaults()).link(left, right);
        LinkResult inMemory = new Linker(Model.personVi(), LinkOptions.defaults()).link(city.left, city.right);

        assertThat(inFile.parameters().write()).isEqualTo(inMemory.parameters().write());
        for (int i = 0; i < left.size(); i++) {
            assertThat(inFile.match(i)).isEqualTo(inMemory.match(i));
            assertThat(inFile.weight(i)).isEqualTo(inMemory.weight(i));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("no file is left behind").isEmpty();
        }
    }

    @Test
    void duplicatesAreTheSameToo() {
        Clusters inFile = new Deduper(Model.personVi(), LinkOptions.defaults()).dedupe(spilled(city.rightRowsInOrder));
        Clusters inMemory = new Deduper(Model.personVi(), LinkOptions.defaults()).dedupe(city.right);

        assertThat(inFile.size()).isEqualTo(inMemory.size());
        for (int row = 0; row < city.right.size(); row++) {
            assertThat(inFile.clusterOf(row)).isEqualTo(inMemory.clusterOf(row));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() {
        Path nowhere = folder.resolve("absent").resolve("absent, too");
        Records.Builder builder = Records.builder(Model.personVi(), 10, 1_000, nowhere);
        assertThatThrownBy(() -> {
                    for (@Nullable String[] row : city.leftRows) {
                        builder.add("x", row);
                    }
                })
                .isInstanceOfSatisfying(
                        LinkageException.class,
                        wrong -> assertThat(wrong.english())
                                .contains("temporary file")
                                .contains("--memory"));
    }

    @Test
    void linksAreTheSameWhenThePairsLieInFiles() throws IOException {
        for (boolean oneToOne : new boolean[] {true, false}) {
            LinkOptions roomy = LinkOptions.defaults().withOneToOne(oneToOne);
            // Some thousand pairs at a time.
            LinkOptions tight = roomy.withMemory(400_000, folder);
            LinkResult inMemory = new Linker(Model.personVi(), roomy).link(city.left, city.right);
            LinkResult inFiles = new Linker(Model.personVi(), tight).link(city.left, city.right);

            assertThat(inFiles.parameters().write())
                    .isEqualTo(inMemory.parameters().write());
            assertThat(told(inFiles)).isEqualTo(told(inMemory));
        }
        assertThat(files()).isEmpty();
    }

    private static List<String> told(LinkResult result) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            told.add(
                    result.state(i) + " " + result.match(i) + " " + result.weight(i) + " " + result.probability(i) + " "
                            + result.sharesMatch(i) + " " + Arrays.toString(result.candidates(i)) + " "
                            + Arrays.toString(result.candidateWeights(i)));
        }
        result.forEachLink((i, j, weight, probability) -> told.add("link " + i + " " + j + " " + weight));
        result.forEachUncertain((i, j, weight, probability) -> told.add("open " + i + " " + j + " " + weight));
        return told;
    }

    @Test
    void whatPeopleSaidTeachesTheSameWhenThePairsLieInFiles() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            labels.add(new Label(i, (i * 7 + 13) % city.right.size(), i % 3 == 0));
        }
        Parameters inMemory = new Linker(Model.personVi(), LinkOptions.defaults()).train(city.left, city.right, labels);
        Parameters inFiles = new Linker(Model.personVi(), LinkOptions.defaults().withMemory(400_000, folder))
                .train(city.left, city.right, labels);

        assertThat(inFiles.write()).isEqualTo(inMemory.write());
    }

    @Test
    void clustersAreTheSameWhenThePairsLieInFiles() {
        Records.Builder builder = Records.builder(Model.personVi(), 10);
        for (int n = 0; n < 1_200; n++) {
            builder.add("R" + n, city.rightRowsInOrder.get(n % 800));
        }
        Records twice = builder.build();
        Clusters inMemory = new Deduper(Model.personVi(), LinkOptions.defaults()).dedupe(twice);
        Clusters inFiles =
                new Deduper(Model.personVi(), LinkOptions.defaults().withMemory(20_000, folder)).dedupe(twice);

        assertThat(inMemory.clusterOf(0)).isNotEqualTo(Clusters.ALONE).isEqualTo(inMemory.clusterOf(800));
        for (int row = 0; row < twice.size(); row++) {
            assertThat(inFiles.clusterOf(row)).isEqualTo(inMemory.clusterOf(row));
        }
    }

    @Test
    void pairsComeByWeightHoweverFewOfThemFitIntoMemory() {
        Random random = new Random(5);
        Survivors pairs = new Survivors(false);
        PairScore score =
                new PairScore(new Weights(new Joint(city.left, city.right), new Parameters(Model.personVi())));
        for (int e = 0; e < 500; e++) {
            score.total = random.nextInt(40);
            pairs.add(e, e, score);
        }
        List<Integer> all = inOrder(new PairOrder(pairs, 500));

        assertThat(all).hasSize(500).doesNotHaveDuplicates();
        for (int n = 1; n < 500; n++) {
            assertThat(pairs.weight(all.get(n))).isLessThanOrEqualTo(pairs.weight(all.get(n - 1)));
        }
        for (int room : new int[] {1, 7, 249, 251, 499, 2_000}) {
            assertThat(inOrder(new PairOrder(pairs, room))).isEqualTo(all);
        }
    }

    private static List<Integer> inOrder(PairOrder order) {
        List<Integer> all = new ArrayList<>();
        for (int e = order.next(); e >= 0; e = order.next()) {
            all.add(e);
        }
        return all;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Records spilled(List<@Nullable String[]> rows) {
        Records.Builder builder = Records.builder(Model.personVi(), 10, 20_000, folder);
        for (int n = 0; n < rows.size(); n++) {
            builder.add("R" + n, rows.get(n));
        }
        return builder.build();
    }
}
