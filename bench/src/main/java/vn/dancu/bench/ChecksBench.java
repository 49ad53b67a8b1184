package vn.dancu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.form.FormVersions;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.quality.domain.CheckEngine;
import vn.dancu.simulator.City;
import vn.dancu.simulator.CitySettings;
import vn.dancu.simulator.ProgressListener;

/** Parsed forms in memory to findings, rules of household and batch included, on one thread. */
final class ChecksBench {
    private static final double TARGET = 200_000;
    private static final LocalDate TODAY = LocalDate.of(2020, 12, 31);

    private ChecksBench() {}

    static void run(Path folder, int people, int runs) throws IOException {
        Path city = folder.resolve("city-" + people);
        if (!Files.exists(city.resolve("forms.csv"))) {
            Files.createDirectories(city);
            City.write(CitySettings.defaults(people, 1), city, ProgressListener.SILENT);
        }
        double[] rates = new double[Math.max(5, runs)];
        long findings = 0;
        int forms = 0;
        for (int run = 0; run < rates.length; run++) {
            List<CollectionForm> parsed = read(city.resolve("forms.csv"));
            forms = parsed.size();
            long[] found = new long[1];
            long from = System.nanoTime();
            CheckEngine engine = new CheckEngine(
                    AdministrativeUnits.builtIn(),
                    FormVersions.builtIn(),
                    Ethnicities.with(List.of()),
                    TODAY,
                    (form, version, finding) -> found[0]++);
            for (int i = 0; i < parsed.size(); i++) {
                engine.add(i, 1, parsed.get(i), true);
            }
            engine.finish();
            rates[run] = parsed.size() / ((System.nanoTime() - from) / 1e9);
            findings = found[0];
        }
        System.out.printf(
                Locale.ROOT,
                "checks: %,d forms, %,d findings, %d runs on one thread, first %,.0f, median %,.0f forms/s"
                        + " (target ≥ %,.0f)%n",
                forms,
                findings,
                rates.length,
                rates[0],
                WholeRun.median(rates),
                TARGET);
    }

    private static List<CollectionForm> read(Path file) throws IOException {
        List<CollectionForm> forms = new ArrayList<>();
        FormField[] fields = FormField.values();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                @Nullable String[] items = new String[fields.length];
                for (FormField field : fields) {
                    items[field.ordinal()] = row.findField(field.column()).orElse(null);
                }
                forms.add(CollectionForm.of(items));
            }
        }
        forms.sort(Comparator.comparing(form -> String.valueOf(form.householdKey())));
        return forms;
    }
}
