package vn.dancu.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.PageCode;
import vn.dancu.paper.corpus.Corpus;
import vn.dancu.paper.corpus.DigitImages;
import vn.dancu.paper.corpus.Scan;
import vn.dancu.paper.corpus.Wear;
import vn.dancu.shared.table.Column;
import vn.dancu.shared.table.Row;
import vn.dancu.shared.table.Table;

/**
 * Scans of an invented city's forms, one image each, with what stands on them: {@code scans/000001.jpg …} and {@code
 * truth-scans.csv} ({@code file, form_no, form_version, field, value}). One page at a time is in memory.
 */
final class InventedScans {
    private final Wear wear;
    private final List<Integer> resolutions;
    private final long seed;
    private final @Nullable DigitImages digits;
    private final Map<String, Corpus> corpora = new HashMap<>();

    InventedScans(Wear wear, List<Integer> resolutions, long seed, @Nullable DigitImages digits) {
        this.wear = wear;
        this.resolutions = resolutions;
        this.seed = seed;
        this.digits = digits;
    }

    /**
     * @param count the first so many forms of the file, those of versions without a layout left out
     * @return how many were written
     */
    int write(Path forms, int count, Path out, Console console) throws IOException {
        Path folder = Files.createDirectories(out.resolve("scans"));
        List<String> names = names();
        List<Column> columns =
                names.stream().map(name -> new Column(name, false)).toList();
        console.begin("simulate-scans", count);
        int written = 0;
        try (Table table = Table.open(forms, columns);
                CsvWriter truth =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out.resolve("truth-scans.csv"))) {
            truth.writeRecord("file", "form_no", "form_version", "field", "value");
            for (Row row = table.next(); row != null && written < count; row = table.next()) {
                @Nullable String[] cells = row.cells();
                String number = cells[0] == null ? "" : cells[0].strip();
                FormLayout layout =
                        Forms.version(cells[1] == null ? "" : cells[1]).orElse(null);
                if (layout == null || !PageCode.isNumber(number)) {
                    continue;
                }
                Scan scan = corpus(layout).scan(written, number, values(names, cells));
                String file = String.format("scans/%06d.%s", ++written, scan.format());
                Files.write(out.resolve(file), scan.file());
                for (Map.Entry<String, String> value : new TreeMap<>(scan.values()).entrySet()) {
                    truth.writeRecord(file, number, layout.id(), value.getKey(), value.getValue());
                }
                console.advance(1);
            }
        }
        console.finish();
        console.print(Figures.count(written) + " ảnh quét / scans: " + folder);
        return written;
    }

    private Corpus corpus(FormLayout layout) {
        return corpora.computeIfAbsent(
                layout.id(),
                any -> new Corpus(
                        Corpus.Settings.of(seed, layout, wear).at(resolutions.toArray(new Integer[0])), digits));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("form_no", "form_version"));
        names.addAll(Forms.all().stream()
                .flatMap(layout -> layout.pages().stream())
                .flatMap(page -> page.fields().stream())
                .map(field -> field.name())
                .distinct()
                .collect(Collectors.toList()));
        return names;
    }

    private static Map<String, String> values(List<String> names, @Nullable String[] cells) {
        Map<String, String> values = new HashMap<>();
        for (int i = 2; i < cells.length; i++) {
            String cell = cells[i];
            if (cell != null) {
                values.put(names.get(i), cell);
            }
        }
        return values;
    }
}
