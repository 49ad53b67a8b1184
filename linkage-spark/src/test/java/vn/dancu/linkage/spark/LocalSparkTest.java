package vn.dancu.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Progress;

/** Spark in this program. */
class LocalSparkTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void scratchLiesInTheFolderOfTheTest() {
        // Many small parts: each knows few of the values there are.
        System.setProperty("spark.default.parallelism", "12");
        System.setProperty("spark.local.dir", folder.resolve("scratch").toString());
    }

    @AfterEach
    void nothingStaysSet() {
        System.clearProperty("spark.default.parallelism");
        System.clearProperty("spark.local.dir");
    }

    @Test
    void theBuiltInModelGivesTheLinksOfARunWithoutSpark() {
        InventedPeople people = new InventedPeople(5_000, 1);
        String[] command = {
            "link",
            "--left",
            people.forms(folder).toString(),
            "--right",
            people.book(folder).toString(),
            "--model",
            "person-vi",
            "--uncertain-from",
            "0.3"
        };
        Runs runs = new Runs(folder);

        Map<String, String> here = runs.here(command);
        Map<String, String> there = runs.on("local[2]", command);

        assertThat(there).isEqualTo(here).containsOnlyKeys("out.csv", "out.uncertain.csv", "parameters");
        assertThat(here.get("out.csv").lines().count()).isBetween(people.forms() * 3L / 4, (long) people.forms());
    }

    @Test
    void aModelOfOnesOwnGivesThePairsOfARunWithoutSpark() {
        InventedPeople people = new InventedPeople(4_000, 2);
        Runs runs = new Runs(folder);
        String[] command = {
            "link",
            "--left",
            people.forms(folder).toString(),
            "--right",
            people.book(folder).toString(),
            "--model",
            runs.write("neighbours.yaml", Runs.NEIGHBOURS).toString(),
            "--no-one-to-one"
        };

        Map<String, String> here = runs.here(command);

        assertThat(runs.on("local[2]", command)).isEqualTo(here);
        assertThat(here.get("out.csv").lines().count()).isGreaterThan(1_000);
    }

    @Test
    void theDoublesOfOneFileAreThoseOfARunWithoutSpark() {
        InventedPeople people = new InventedPeople(4_000, 3);
        String[] command = {"dedupe", "--input", people.book(folder).toString(), "--model", "person-vi"};
        Runs runs = new Runs(folder);

        Map<String, String> here = runs.here(command);

        assertThat(runs.on("local[3]", command)).isEqualTo(here);
        assertThat(here.get("out.csv")
                        .lines()
                        .map(line -> line.replaceAll(".*,", ""))
                        .distinct()
                        .count())
                .isLessThan(here.get("out.csv").lines().count() - 50);
    }

    @Test
    void anEngineThatIsNoneAndAMasterThatIsNotThereAreTold() {
        for (String wrong : List.of("spork", "local[0]", "spark://127.0.0.1", "spark://127.0.0.1:1")) {
            try (SparkEngine engine = new SparkEngine()) {
                assertThatThrownBy(() -> engine.scanner(
                                wrong, Model.personVi(), List.of(Path.of("a.csv")), Progress.NONE, () -> false))
                        .isInstanceOf(LinkageException.class)
                        .hasMessageContaining("--engine " + wrong);
            }
        }
    }
}
