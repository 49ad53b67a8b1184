package vn.dancu.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.command.Main;

/** A master and two workers, each a process of its own that has Spark and nothing else. */
class ClusterTest {

    private static final int CORES = 2;

    private static final Map<String, String> SETTINGS = Map.of(
            // Nothing begins before both workers are there, so that either has rows which the other needs.
            "spark.cores.max", String.valueOf(CORES),
            "spark.scheduler.minRegisteredResourcesRatio", "1",
            "spark.scheduler.maxRegisteredResourcesWaitingTime", "120s",
            "spark.executor.memory", "600m",
            "spark.extraListeners", "vn.dancu.linkage.spark.LosingListener",
            // Parts enough that some are still to be visited when the first are.
            "spark.default.parallelism", "12",
            // As on machines of their own: what a lost worker held is lost.
            "spark.shuffle.readHostLocalDisk", "false",
            "spark.shuffle.io.retryWait", "1s");

    @TempDir
    private Path folder;

    @BeforeEach
    void settings() {
        SETTINGS.forEach(System::setProperty);
        System.setProperty("spark.local.dir", folder.resolve("scratch").toString());
        LosingListener.reset(() -> {});
    }

    @AfterEach
    void nothingStaysSet() {
        SETTINGS.keySet().forEach(System::clearProperty);
        System.clearProperty("spark.local.dir");
    }

    @Test
    void twoWorkersGiveTheLinksOfOneMachine() {
        InventedPeople people = new InventedPeople(5_000, 4);
        String[] link = link(people);
        String[] dedupe = {"dedupe", "--input", people.book(folder).toString(), "--model", "person-vi"};
        Runs runs = new Runs(folder);
        Map<String, String> linkedHere = runs.here(link);
        Map<String, String> dedupedHere = runs.here(dedupe);
        try (SparkCluster cluster = new SparkCluster(folder, CORES)) {

            assertThat(runs.on(cluster.url, link)).isEqualTo(linkedHere);
            assertThat(runs.on(cluster.url, dedupe)).isEqualTo(dedupedHere);
        }
        assertThat(linkedHere.get("out.csv").lines().count()).isGreaterThan(people.forms() * 3L / 4);
    }

    @Test
    void aWorkerLostHalfWayChangesNothing() {
        InventedPeople people = new InventedPeople(6_000, 5);
        String[] command = link(people);
        Runs runs = new Runs(folder);
        Map<String, String> here = runs.here(command);
        try (SparkCluster cluster = new SparkCluster(folder, CORES)) {
            LosingListener.reset(() -> cluster.lose(0));

            assertThat(runs.on(cluster.url, command)).isEqualTo(here);
        }
        assertThat(LosingListener.lostExecutors.get()).isPositive();
        assertThat(LosingListener.stagesAgain.get()).isPositive();
    }

    @Test
    void aFileThatChangesDuringARunIsRefusedAndNothingIsWritten() throws IOException {
        InventedPeople people = new InventedPeople(2_000, 6);
        String[] command = link(people);
        Path book = folder.resolve("book.csv");
        String changed = Files.readString(book).replace("Nam Định", "Nam Dinh");
        Path out = Files.createDirectory(folder.resolve("refused"));
        try (SparkCluster cluster = new SparkCluster(folder, CORES)) {
            LosingListener.reset(() -> {
                try {
                    Files.write(book, changed.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            List<String> words = new java.util.ArrayList<>(List.of(command));
            words.addAll(List.of(
                    "--engine", cluster.url, "--out", out.resolve("out.csv").toString()));

            assertThat(Main.execute(new SparkEngine(), words.toArray(String[]::new)))
                    .isEqualTo(1);
        }
        assertThat(out).isEmptyDirectory();
    }

    private String[] link(InventedPeople people) {
        return new String[] {
            "link",
            "--left",
            people.forms(folder).toString(),
            "--right",
            people.book(folder).toString(),
            "--model",
            "person-vi"
        };
    }
}
