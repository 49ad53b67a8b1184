package vn.dancu.reconciliation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.TestDatabase;
import vn.dancu.intake.FormImport;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;
import vn.dancu.simulator.City;
import vn.dancu.simulator.CitySettings;
import vn.dancu.sources.SourceImport;

/** A synthetic city in the database, and how far what the comparison wrote is true of it. */
final class MeasuredCity {
    private static final Actor SELF = Actor.commandLine("test");
    private static final Map<String, String> FORM_COLUMNS = Map.of(
            "commune_code",
            "permanent_code",
            "removed_on",
            "permanent_code",
            "removal_reason",
            "permanent_code",
            "old_ids",
            "old_id",
            "book_kind",
            "residence_status",
            "address",
            "permanent_address");

    private final JdbcClient jdbc;
    private final Map<String, String> personOf = new HashMap<>();
    private final Map<String, List<String>> recordsOf = new HashMap<>();
    private final Map<String, Set<String>> errorsOf = new HashMap<>();
    private final Map<String, String> kindOf = new HashMap<>();
    private final List<String[]> shown = new ArrayList<>();

    private MeasuredCity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the city to a folder, imports it and remembers its truth. */
    static MeasuredCity of(CitySettings settings, Path folder, TestDatabase database) throws IOException {
        City.write(settings, folder, (done, all) -> {});
        database.get(SourceImport.class)
                .importResidenceBook(folder.resolve("residence-book.csv"), false, SELF, Progress.NONE);
        database.get(SourceImport.class).importArchive(folder.resolve("archive.csv"), false, SELF, Progress.NONE);
        database.get(FormImport.class).importForms(folder.resolve("forms.csv"), false, SELF, Progress.NONE);
        MeasuredCity city = new MeasuredCity(database.jdbc());
        city.readTruth(folder);
        return city;
    }

    private void readTruth(Path folder) throws IOException {
        for (String[] row : rows(folder.resolve("truth-links.csv"), "person_id", "record_kind", "record_no")) {
            personOf.put(key(row[1], row[2]), row[0]);
            kindOf.put(key(row[1], row[2]), row[1]);
            recordsOf.computeIfAbsent(row[0], person -> new ArrayList<>()).add(key(row[1], row[2]));
        }
        for (String[] row : rows(
                folder.resolve("truth-errors.csv"),
                "record_kind",
                "record_no",
                "field",
                "shown_by",
                "legitimate",
                "error")) {
            if (row[4].equals("yes")) {
                continue;
            }
            String field = row[0].equals("form") ? row[2] : FORM_COLUMNS.getOrDefault(row[2], row[2]);
            errorsOf.computeIfAbsent(key(row[0], row[1]), record -> new HashSet<>())
                    .add(field);
            if (row[3].contains("residence-book") || row[3].contains("archive") || row[3].contains("comparison")) {
                shown.add(new String[] {key(row[0], row[1]), field, row[5]});
            }
        }
    }

    private static List<String[]> rows(Path file, String... columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            int @Nullable [] places = null;
            for (CsvRecord row : reader) {
                if (places == null) {
                    List<String> header = row.getFields();
                    places = Arrays.stream(columns).mapToInt(header::indexOf).toArray();
                    continue;
                }
                String[] values = new String[columns.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getField(places[i]);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static String key(String kind, String number) {
        return kind + ":" + number;
    }

    /** A rate with its two numbers. */
    record Share(long of, long all) {
        double rate() {
            return all == 0 ? 1 : (double) of / all;
        }

        @Override
        public String toString() {
            return of + "/" + all + " = " + String.format(java.util.Locale.ROOT, "%.4f", rate());
        }
    }

    record Row(String form, @Nullable String book, @Nullable String archive, String outcome, Set<String> differing) {}

    /** What was found, against the truth. */
    final class Figures {
        Share precision = new Share(0, 0);
        Share recall = new Share(0, 0);
        Share namedOfShown = new Share(0, 0);
        Share trueOfNamed = new Share(0, 0);
        Share cleanPass = new Share(0, 0);
        Share suggestionsRight = new Share(0, 0);
        Share suggested = new Share(0, 0);
        Share duplicatesTrue = new Share(0, 0);
        Share duplicatesFound = new Share(0, 0);
        Share notInBooksTrue = new Share(0, 0);
        Share notInBooksFound = new Share(0, 0);
        final Map<String, Integer> outcomes = new TreeMap<>();
        final Map<String, Integer> missed = new TreeMap<>();
        final Map<String, Integer> falselyNamed = new TreeMap<>();
        final Map<String, Integer> wrongSuggestions = new TreeMap<>();
        final Map<String, Integer> cleanHeld = new TreeMap<>();
        final List<String> examples = new ArrayList<>();

        @Override
        public String toString() {
            return "links precise " + precision + "\nlinks found " + recall + "\nnamed of shown " + namedOfShown
                    + "\ntrue of named " + trueOfNamed + "\nclean pass " + cleanPass + "\nsuggestions right "
                    + suggestionsRight + "\nsuggested of differing " + suggested + "\nduplicates true "
                    + duplicatesTrue + "\nduplicates found " + duplicatesFound + "\nnot in books true "
                    + notInBooksTrue + "\nnot in books found " + notInBooksFound + "\noutcomes " + outcomes
                    + "\nmissed " + missed + "\nfalsely named " + falselyNamed + "\nwrong suggestions "
                    + wrongSuggestions + "\nclean held " + cleanHeld + "\n" + String.join("\n", examples);
        }
    }

    Map<String, Row> comparisons() {
        Map<String, Row> found = new HashMap<>();
        jdbc.sql("""
                        select form.form_no, book.entry_no, archive.entry_no, comparison.outcome,
                               comparison.differing_fields
                        from reconciliation.comparison comparison
                        join intake.form form on form.id = comparison.form_id
                        left join sources.residence_entry book on book.id = comparison.residence_entry_id
                        left join sources.archive_entry archive on archive.id = comparison.archive_entry_id
                        """).query(row -> {
            found.put(
                    key("form", row.getString(1)),
                    new Row(
                            key("form", row.getString(1)),
                            row.getString(2) == null ? null : key("residence-book", row.getString(2)),
                            row.getString(3) == null ? null : key("archive", row.getString(3)),
                            row.getString(4),
                            Set.of((String[]) row.getArray(5).getArray())));
        });
        return found;
    }

    Figures measure() {
        Figures figures = new Figures();
        Map<String, Row> found = comparisons();
        found.values().forEach(row -> figures.outcomes.merge(row.outcome(), 1, Integer::sum));
        links(figures, found);
        naming(figures, found);
        clean(figures, found);
        suggestions(figures, found);
        return figures;
    }

    private void links(Figures figures, Map<String, Row> found) {
        long linked = 0;
        long right = 0;
        long linkable = 0;
        long rightly = 0;
        long duplicates = 0;
        long trueDuplicates = 0;
        long notIn = 0;
        long trulyNotIn = 0;
        long allNotIn = 0;
        for (Row row : found.values()) {
            String person = personOf.get(row.form());
            for (String kind : new String[] {"residence-book", "archive"}) {
                String entry = kind.equals("archive") ? row.archive() : row.book();
                boolean same = entry != null && person != null && person.equals(personOf.get(entry));
                if (entry != null) {
                    linked++;
                    right += same ? 1 : 0;
                    if (!same) {
                        figures.examples.add("wrong link " + row);
                    }
                }
                if (has(person, kind)) {
                    linkable++;
                    rightly += same ? 1 : 0;
                    if (!same && figures.examples.size() < 10) {
                        figures.examples.add("no link " + kind + " " + row);
                    }
                }
            }
            boolean duplicate = row.outcome().equals("DUPLICATE");
            duplicates += duplicate ? 1 : 0;
            trueDuplicates += duplicate && count(person, "form") > 1 ? 1 : 0;
            boolean none = !has(person, "residence-book");
            allNotIn += none ? 1 : 0;
            notIn += row.outcome().equals("NOT_IN_BOOKS") ? 1 : 0;
            trulyNotIn += row.outcome().equals("NOT_IN_BOOKS") && none ? 1 : 0;
        }
        long later = recordsOf.values().stream()
                .mapToLong(records -> Math.max(
                        0,
                        records.stream()
                                        .filter(record -> record.startsWith("form:"))
                                        .count()
                                - 1))
                .sum();
        figures.precision = new Share(right, linked);
        figures.recall = new Share(rightly, linkable);
        figures.duplicatesTrue = new Share(trueDuplicates, duplicates);
        figures.duplicatesFound = new Share(trueDuplicates, later);
        figures.notInBooksTrue = new Share(trulyNotIn, notIn);
        figures.notInBooksFound = new Share(trulyNotIn, allNotIn);
    }

    private boolean has(@Nullable String person, String kind) {
        return count(person, kind) > 0;
    }

    private long count(@Nullable String person, String kind) {
        return person == null
                ? 0
                : recordsOf.getOrDefault(person, List.of()).stream()
                        .filter(record -> record.startsWith(kind + ":"))
                        .count();
    }

    private void naming(Figures figures, Map<String, Row> found) {
        long named = 0;
        for (String[] error : shown) {
            boolean seen = formsOf(error[0]).stream()
                    .map(found::get)
                    .anyMatch(row -> row != null
                            && (row.differing().contains(error[1])
                                    || (error[1].equals("permanent_code")
                                            && row.differing().contains("present_code"))));
            named += seen ? 1 : 0;
            if (!seen) {
                figures.missed.merge(kindOf.get(error[0]) + " " + error[2], 1, Integer::sum);
                if (figures.examples.size() < 90) {
                    figures.examples.add("missed " + Arrays.toString(error) + " "
                            + formsOf(error[0]).stream().map(found::get).toList());
                }
            }
        }
        figures.namedOfShown = new Share(named, shown.size());
        long all = 0;
        long right = 0;
        for (Row row : found.values()) {
            for (String field : row.differing()) {
                all++;
                if (isWrongSomewhere(row, field.equals("present_code") ? "permanent_code" : field)) {
                    right++;
                } else {
                    figures.falselyNamed.merge(field, 1, Integer::sum);
                    if (figures.examples.size() < 120) {
                        figures.examples.add("falsely named " + field + " " + row);
                    }
                }
            }
        }
        figures.trueOfNamed = new Share(right, all);
    }

    private List<String> formsOf(String record) {
        if (record.startsWith("form:")) {
            return List.of(record);
        }
        return recordsOf.getOrDefault(personOf.getOrDefault(record, ""), List.of()).stream()
                .filter(other -> other.startsWith("form:"))
                .toList();
    }

    private boolean isWrongSomewhere(Row row, String field) {
        return isWrong(row.form(), field) || isWrong(row.book(), field) || isWrong(row.archive(), field);
    }

    private boolean isWrong(@Nullable String record, String field) {
        return record != null && errorsOf.getOrDefault(record, Set.of()).contains(field);
    }

    /** Neither the form nor any record of the person bears an error; the person is in a book and has one form. */
    private void clean(Figures figures, Map<String, Row> found) {
        long clean = 0;
        long passed = 0;
        for (Row row : found.values()) {
            String person = personOf.get(row.form());
            if (count(person, "form") != 1
                    || !has(person, "residence-book")
                    || recordsOf.getOrDefault(person == null ? "" : person, List.of()).stream()
                            .anyMatch(errorsOf::containsKey)) {
                continue;
            }
            clean++;
            boolean passes = row.outcome().equals("AGREES") || row.outcome().equals("EXPLAINED");
            passed += passes ? 1 : 0;
            if (!passes) {
                figures.cleanHeld.merge(row.outcome() + row.differing(), 1, Integer::sum);
            }
        }
        figures.cleanPass = new Share(passed, clean);
    }

    private void suggestions(Figures figures, Map<String, Row> found) {
        long[] counts = new long[3];
        jdbc.sql("""
                        select form.form_no, verdict.field, verdict.suggested_source, verdict.reason, verdict.rule
                        from reconciliation.field_verdict verdict
                        join intake.form form on form.id = verdict.form_id
                        where verdict.verdict = 'differs'
                        """).query(line -> {
            counts[0]++;
            Row row = found.get(key("form", line.getString(1)));
            String source = line.getString(3);
            if (source.isEmpty() || row == null) {
                return;
            }
            counts[1]++;
            String record = source.equals("form") ? row.form() : source.equals("archive") ? row.archive() : row.book();
            boolean right = !isWrong(record, line.getString(2));
            counts[2] += right ? 1 : 0;
            if (!right) {
                figures.wrongSuggestions.merge(
                        line.getString(2) + " " + source + " " + line.getString(4) + " " + line.getString(5),
                        1,
                        Integer::sum);
            }
        });
        figures.suggestionsRight = new Share(counts[2], counts[1]);
        figures.suggested = new Share(counts[1], counts[0]);
    }
}
