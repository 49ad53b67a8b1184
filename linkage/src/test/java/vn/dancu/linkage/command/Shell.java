package vn.dancu.linkage.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs command lines in a folder of its own, as {@code main} does but without ending the machine. */
final class Shell {

    /** @param out standard output, @param err standard error */
    record Outcome(int status, String out, String err) {}

    /** A file of two columns that blocks on either. */
    static final String MODEL = """
            model: people
            columns:
              name: text
              born: date
              town: code
            comparisons: [name, born, town]
            blocking: [name, born]
            """;

    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
        write("people.yaml", MODEL);
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All names in the folder, also hidden ones. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word that begins with {@code @} is a file in the folder. */
    Outcome run(String... words) {
        String[] arguments = Stream.of(words)
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int status = Main.execute(new Run(console), arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Outcome link(String... more) {
        return run(Stream.concat(
                        Stream.of(
                                "link",
                                "--left",
                                "@a.csv",
                                "--right",
                                "@b.csv",
                                "--model",
                                "@people.yaml",
                                "--out",
                                "@links.csv",
                                "--threads",
                                "1"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    Outcome dedupe(String... more) {
        return run(Stream.concat(
                        Stream.of(
                                "dedupe",
                                "--input",
                                "@a.csv",
                                "--model",
                                "@people.yaml",
                                "--out",
                                "@clusters.csv",
                                "--threads",
                                "1"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** So many invented people; the same seed gives the same ones, whatever the prefix of their ids. */
    static String people(String prefix, int from, int to) {
        StringBuilder text = new StringBuilder("id,name,born,town\n");
        for (int i = from; i < to; i++) {
            text.append(prefix).append(i).append(',').append(name(i)).append(',');
            text.append(1940 + i * 7 % 70)
                    .append('-')
                    .append(two(1 + i % 12))
                    .append('-')
                    .append(two(1 + i * 5 % 28));
            text.append(",t").append(i % 9).append('\n');
        }
        return text.toString();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String name(int i) {
        String consonants = "bcdghklmnpqrstvx";
        String vowels = "aeiouy";
        StringBuilder name = new StringBuilder();
        long mixed = (i + 1) * 0x9E3779B97F4A7C15L >>> 16;
        for (int n = 0; n < 4; n++) {
            name.append(consonants.charAt((int) (mixed % 16)));
            mixed /= 16;
            name.append(vowels.charAt((int) (mixed % 6)));
            mixed /= 6;
        }
        return name.toString();
    }
}
