package vn.dancu.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the invented citizens' papers say, for the demo's player: the truth of every item that was written wrong on a
 * form. Everywhere else the form is right.
 */
final class CitizensPapers {
    private final Map<String, Map<String, String>> truths;

    private CitizensPapers(Map<String, Map<String, String>> truths) {
        this.truths = truths;
    }

    /** Reads the simulator's {@code truth-errors.csv}. */
    static CitizensPapers read(Path truthErrors) throws IOException {
        Map<String, Map<String, String>> truths = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(truthErrors)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("record_kind").equals("form")) {
                    truths.computeIfAbsent(row.getField("record_no"), key -> new HashMap<>())
                            .putIfAbsent(row.getField("field"), row.getField("true_value"));
                }
            }
        }
        return new CitizensPapers(truths);
    }

    /** True values of the items that are wrong on this form, by column name. */
    Map<String, String> wrongItems(String formNo) {
        return truths.getOrDefault(formNo, Map.of());
    }

    /** What the papers say where the form is wrong; null where the form is right. */
    @Nullable
    String trueValue(String formNo, String field) {
        return wrongItems(formNo).get(field);
    }
}
