package vn.dancu.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.dancu.linkage.command.Main;

/** Runs a command line with and without Spark, each in a folder of its own. */
final class Runs {

    /** Keys of several columns and of many words, values of several cells, blocks that are split and left out. */
    static final String NEIGHBOURS = """
            model: neighbours
            columns:
              name: {kind: person-name, left: [surname, middle, given], right: full_name}
              born: {kind: date, header: birth_date}
              place: {kind: free-text, header: hometown}
              old: {kind: numbers, format: "9", header: old_ids}
            comparisons: [name, born, place]
            blocking:
              - {rule: "place:word + name:given-name", then: "born:year", large-blocks: leave-out}
              - {rule: "name:surname + born:year", then: "name:given-name"}
              - "old:member"
            """;

    private final Path folder;

    Runs(Path folder) {
        this.folder = folder;
    }

    /** What a run without Spark writes, by name of the file. */
    Map<String, String> here(String... arguments) {
        return run("here", null, "local", arguments);
    }

    Map<String, String> on(String engine, String... arguments) {
        return run("there", new SparkEngine(), engine, arguments);
    }

    private Map<String, String> run(String name, SparkEngine spark, String engine, String... arguments) {
        try {
            Path out = Files.createTempDirectory(folder, name);
            List<String> words = new ArrayList<>(List.of(arguments));
            words.addAll(List.of("--engine", engine));
            words.addAll(List.of("--out", out.resolve("out.csv").toString()));
            words.addAll(List.of("--save-parameters", out.resolve("parameters").toString()));

            assertThat(Main.execute(spark, words.toArray(String[]::new))).isZero();

            Map<String, String> written = new TreeMap<>();
            try (Stream<Path> files = Files.list(out)) {
                for (Path file : files.toList()) {
                    written.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return written;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
