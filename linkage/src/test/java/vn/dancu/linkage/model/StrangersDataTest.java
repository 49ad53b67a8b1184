package vn.dancu.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.CsvFile;
import vn.dancu.linkage.csv.CsvRecords;
import vn.dancu.linkage.csv.CsvRecords.Side;

/** Data unlike persons, linked with model files that somebody wrote who read the manual and nothing else; and with none. */
class StrangersDataTest {

    @TempDir
    private Path folder;

    private static final String PRODUCTS = """
            columns:
              title: {kind: free-text, left: name, right: title}
              manufacturer: text
              price: quantity
            comparisons:
              - title
              - manufacturer
              - price
            blocking:
              - title:two-words
              - {rule: "title:word + price:round-20", large-blocks: leave-out}
              - {rule: "title:word", large-blocks: leave-out}
            """;

    private static final String RESTAURANTS = """
            columns: {name: text, addr: address, city: text, phone: number, type: code}
            comparisons: [name, addr, city, phone, type]
            blocking: [phone, "name:word", "addr:two-words", "name:first-4"]
            """;

    private static final String PUBLICATIONS = """
            columns: {title: free-text, authors: free-text, venue: text, year: quantity}
            comparisons:
              - title
              - column: authors
                levels: [exact, soft-cosine 0.8, soft-cosine 0.5, cosine 0.25, common 1, else]
              - column: venue
                levels: [exact, initials, jaro-winkler 0.85, else]
              - column: year
                levels: [exact, difference 1, else]
            blocking:
              - title:two-words
              - {rule: "title:word + authors:word", large-blocks: leave-out}
            """;

    private record Score(double precision, double recall) {
        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    private CsvFile write(String name, List<String> lines) throws IOException {
        return CsvFile.open(Files.write(folder.resolve(name), lines));
    }

    private Score link(InventedThings files, String modelText) throws IOException {
        CsvFile left = write("left.csv", files.left);
        CsvFile right = write("right.csv", files.right);
        Model model =
                modelText.isEmpty() ? Suggestion.suggest(left, right).model() : ModelFile.parse(modelText, "strangers");
        Records a = CsvRecords.read(left, model, Side.LEFT, () -> false, done -> {});
        Records b = CsvRecords.read(right, model, Side.RIGHT, () -> false, done -> {});
        LinkResult result = new Linker(model, LinkOptions.defaults()).link(a, b);
        int[] right2 = new int[2];
        result.forEachLink((i, j, weight, probability) -> {
            right2[0]++;
            right2[1] += b.id(j).equals(files.truth.get(a.id(i))) ? 1 : 0;
        });
        Score score = new Score((double) right2[1] / right2[0], (double) right2[1] / files.truth.size());
        assertThat(right2[0]).isPositive();
        return score;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void productsOfTwoShops(long seed) throws IOException {
        InventedThings files = InventedThings.products(400, seed);

        assertThat(link(files, PRODUCTS).f1()).as("seed %d", seed).isGreaterThan(.95);
        assertThat(link(files, "").f1()).as("seed %d, suggested", seed).isGreaterThan(.95);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void restaurantsOfTwoGuides(long seed) throws IOException {
        InventedThings files = InventedThings.restaurants(400, seed);

        assertThat(link(files, RESTAURANTS).f1()).as("seed %d", seed).isGreaterThan(.97);
        assertThat(link(files, "").f1()).as("seed %d, suggested", seed).isGreaterThan(.97);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void publicationsOfTwoBibliographies(long seed) throws IOException {
        InventedThings files = InventedThings.publications(400, seed);

        assertThat(link(files, PUBLICATIONS).f1()).as("seed %d", seed).isGreaterThan(.97);
        assertThat(link(files, "").f1()).as("seed %d, suggested", seed).isGreaterThan(.97);
    }

    @Test
    void theSameSeedInventsTheSameThings() {
        assertThat(InventedThings.products(50, 9).left).isEqualTo(InventedThings.products(50, 9).left);
        assertThat(InventedThings.products(50, 9).right).isNotEqualTo(InventedThings.products(50, 8).right);
    }
}
