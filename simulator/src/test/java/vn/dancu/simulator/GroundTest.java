package vn.dancu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTest {
    private static Path city(Path folder, long seed) throws IOException {
        City.write(CitySettings.defaults(1_500, seed), folder, ProgressListener.SILENT);
        return folder.resolve("places.csv");
    }

    @Test
    void everyGroupHasAPlaceAndEveryHomeLiesInItsGroup(@TempDir Path folder) throws IOException {
        Map<String, double[]> centres = new HashMap<>();
        Set<String> groups = new HashSet<>();
        int homes = 0;
        city(folder, 1);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("targets.csv"))) {
            rows.forEach(row -> groups.add(row.getField("commune_code") + "/" + row.getField("residential_group")));
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("places.csv"))) {
            for (NamedCsvRecord row : rows) {
                String group = row.getField("commune_code") + "/" + row.getField("residential_group");
                double[] place = {
                    Double.parseDouble(row.getField("east_km")), Double.parseDouble(row.getField("north_km"))
                };
                if (row.getField("household_no").isEmpty()) {
                    centres.put(group, place);
                } else {
                    homes++;
                    double[] centre = centres.get(group);
                    assertThat(Math.hypot(place[0] - centre[0], place[1] - centre[1]))
                            .as(group)
                            .isLessThan(2.5);
                }
            }
        }

        assertThat(centres).containsKeys(groups.toArray(new String[0])).hasSize(groups.size() + 8);
        assertThat(homes).isGreaterThan(groups.size());
    }

    @Test
    void theSameSeedLaysTheSameGround(@TempDir Path one, @TempDir Path other, @TempDir Path another)
            throws IOException {
        assertThat(Files.readString(city(one, 7))).isEqualTo(Files.readString(city(other, 7)));
        assertThat(Files.readString(city(another, 8))).isNotEqualTo(Files.readString(one.resolve("places.csv")));
    }
}
