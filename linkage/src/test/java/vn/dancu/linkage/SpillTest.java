package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Path nowhere = folder.resolve("absent");
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

    private Records spilled(List<@Nullable String[]> rows) {
        Records.Builder builder = Records.builder(Model.personVi(), 10, 20_000, folder);
        for (int n = 0; n < rows.size(); n++) {
            builder.add("R" + n, rows.get(n));
        }
        return builder.build();
    }
}
