package vn.dancu.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files, wherever the tests are started. */
final class Sources {
    static final Path ROOT = root();
    static final Path APPLICATION = ROOT.resolve("app/src/main/java/vn/dancu");

    private Sources() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Files of main code, of all modules. */
    static List<Path> java() {
        return files(ROOT, "java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
    }

    static List<Path> files(Path under, String extension) {
        if (!Files.isDirectory(under)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(under)) {
            return files.filter(file -> file.toString().endsWith("." + extension))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
