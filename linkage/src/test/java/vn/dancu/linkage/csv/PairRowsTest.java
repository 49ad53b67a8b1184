package vn.dancu.linkage.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;
import vn.dancu.linkage.csv.PairRows.Which;
import vn.dancu.linkage.model.ModelFile;

class PairRowsTest {

    @TempDir
    private Path folder;

    private final Model model = ModelFile.parse("""
            columns: {name: text, born: date}
            comparisons: [name, born]
            blocking: [name, born]
            one-to-one: false
            """, "people");

    private Records people(String prefix) {
        Records.Builder records = Records.builder(model, 10);
        for (int n = 0; n < 500; n++) {
            String born = "19" + (10 + n % 80) + "-0" + (1 + n % 9) + "-1" + n % 9;
            records.add(prefix + n + ",\"x", "name " + n / 2, born);
        }
        return records.build();
    }

    @Test
    void severalThreadsWriteTheSameBytesAsOne() throws IOException {
        Records left = people("L");
        Records right = people("R");
        LinkOptions options =
                LinkOptions.defaults().withThreshold(.9).withUncertainFrom(.001).withOneToOne(false);
        LinkResult result = new Linker(model, options).link(left, right);
        for (Which which : Which.values()) {
            byte[] byOne = written(result, left, right, which, 1);

            assertThat(written(result, left, right, which, 3)).isEqualTo(byOne);
            assertThat(byOne).hasSizeGreaterThan(1000);
        }
    }

    private byte[] written(LinkResult result, Records left, Records right, Which which, int threads)
            throws IOException {
        Path file = folder.resolve("pairs.csv");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            long count = PairRows.write(new CsvOutput(file, channel), result, left, right, which, threads, 7);
            assertThat(Files.readAllLines(file)).hasSize((int) count);
        }
        return Files.readAllBytes(file);
    }
}
