package vn.dancu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventedScansTest {
    @TempDir
    Path folder;

    private int simulate(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("simulate", "--people", "60", "--seed", "5", "--out", folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return RootCommand.execute(arguments);
    }

    @Test
    void theTruthOfAScanIsWhatItsFormSays() throws IOException {
        assertThat(simulate("--scans", "6", "--dpi", "100,150", "--wear", "hard"))
                .isZero();

        List<Path> files;
        try (Stream<Path> found = Files.list(folder.resolve("scans"))) {
            files = found.sorted().toList();
        }
        assertThat(files).hasSize(6);
        for (Path file : files) {
            assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(700);
        }
        List<NamedCsvRecord> truth;
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth-scans.csv"))) {
            truth = reader.stream().toList();
        }
        List<NamedCsvRecord> forms;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve("forms.csv"))) {
            forms = reader.stream().limit(6).toList();
        }
        List<String> scanned =
                truth.stream().map(row -> row.getField("form_no")).distinct().toList();
        assertThat(scanned)
                .containsExactlyElementsOf(
                        forms.stream().map(row -> row.getField("form_no")).toList());
        for (NamedCsvRecord form : forms) {
            String name = truth.stream()
                    .filter(row -> row.getField("form_no").equals(form.getField("form_no")))
                    .filter(row -> row.getField("field").equals("full_name"))
                    .map(row -> row.getField("value"))
                    .findFirst()
                    .orElse("");
            assertThat(name)
                    .isEqualTo(java.text.Normalizer.normalize(form.getField("full_name"), java.text.Normalizer.Form.NFC)
                            .strip());
        }
    }

    @Test
    void settingsThatMakeNoScanAreRefused() {
        assertThat(simulate("--scans", "1", "--dpi", "9000")).isEqualTo(RootCommand.FAILED);
        assertThat(simulate("--scans", "1", "--wear", "dreadful")).isEqualTo(RootCommand.FAILED);
        assertThat(simulate("--scans", "-1")).isEqualTo(RootCommand.FAILED);
        assertThat(folder.resolve("scans")).doesNotExist();
    }
}
