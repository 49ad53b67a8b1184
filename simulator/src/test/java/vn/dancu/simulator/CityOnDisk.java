package vn.dancu.simulator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a written city, read as anybody would read them. */
record CityOnDisk(
        List<Map<String, String>> forms,
        List<Map<String, String>> book,
        List<Map<String, String>> archive,
        List<Map<String, String>> people,
        List<Map<String, String>> links,
        List<Map<String, String>> errors,
        List<Map<String, String>> targets) {

    static CityOnDisk written(CitySettings settings, Path folder) throws IOException {
        City.write(settings, folder, ProgressListener.SILENT);
        return new CityOnDisk(
                rows(folder, "forms.csv"),
                rows(folder, "residence-book.csv"),
                rows(folder, "archive.csv"),
                rows(folder, "truth-people.csv"),
                rows(folder, "truth-links.csv"),
                rows(folder, "truth-errors.csv"),
                rows(folder, "targets.csv"));
    }

    private static List<Map<String, String>> rows(Path folder, String file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            csv.forEach(row -> rows.add(new LinkedHashMap<>(row.getFieldsAsMap())));
        }
        return rows;
    }

    static Map<String, Map<String, String>> by(String key, List<Map<String, String>> rows) {
        Map<String, Map<String, String>> found = new HashMap<>();
        rows.forEach(row -> found.put(row.get(key), row));
        return found;
    }

    /** Record numbers of a kind by person. */
    Map<String, List<String>> recordsOf(String kind) {
        Map<String, List<String>> found = new HashMap<>();
        for (Map<String, String> link : links) {
            if (link.get("record_kind").equals(kind)) {
                found.computeIfAbsent(link.get("person_id"), key -> new ArrayList<>())
                        .add(link.get("record_no"));
            }
        }
        return found;
    }

    /** Rows of truth-errors by kind, number and field. */
    Map<String, Map<String, String>> plantedByPlace() {
        Map<String, Map<String, String>> found = new HashMap<>();
        for (Map<String, String> error : errors) {
            found.put(error.get("record_kind") + "/" + error.get("record_no") + "/" + error.get("field"), error);
        }
        return found;
    }
}
