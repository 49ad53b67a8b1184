package vn.dancu.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The truth of an invented city, read from the simulator's files: who is who across the sources, and what was written
 * wrong where. Fields of books and archive are told by the name that the form has for them.
 */
final class Truth {
    /** What a source calls a field, and what the form calls it. */
    private static final Map<String, String> FORM_NAME_OF = Map.of(
            "commune_code", "permanent_code",
            "address", "permanent_address",
            "old_ids", "old_id",
            "birth_place", "birth_registration_place",
            "book_kind", "residence_status",
            "removed_on", "permanent_code",
            "removal_reason", "permanent_code");

    enum Kind {
        FORM,
        RESIDENCE_BOOK,
        ARCHIVE
    }

    /** One wrong item of one record. */
    record WrongItem(String error, Set<String> shownBy) {}

    /** What is known of the records of one kind. */
    private static final class Records {
        private final Map<String, String> personOf = new HashMap<>();
        private final Map<String, List<String>> ofPerson = new HashMap<>();
        private final Map<String, Map<String, WrongItem>> wrong = new HashMap<>();
    }

    private final Records forms = new Records();
    private final Records residenceBook = new Records();
    private final Records archive = new Records();

    private Truth() {}

    private Records of(Kind kind) {
        return switch (kind) {
            case FORM -> forms;
            case RESIDENCE_BOOK -> residenceBook;
            case ARCHIVE -> archive;
        };
    }

    /** Reads {@code truth-links.csv} and {@code truth-errors.csv} of a folder. */
    static Truth read(Path folder) throws IOException {
        Truth truth = new Truth();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth-links.csv"))) {
            for (NamedCsvRecord row : rows) {
                Kind kind = kind(row.getField("record_kind"));
                String person = row.getField("person_id");
                String number = row.getField("record_no");
                truth.of(kind).personOf.put(number, person);
                truth.of(kind)
                        .ofPerson
                        .computeIfAbsent(person, key -> new ArrayList<>(1))
                        .add(number);
            }
        }
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth-errors.csv"))) {
            for (NamedCsvRecord row : rows) {
                if (!row.getField("legitimate").equals("yes")) {
                    truth.addWrong(row);
                }
            }
        }
        return truth;
    }

    private void addWrong(NamedCsvRecord row) {
        Kind kind = kind(row.getField("record_kind"));
        String field = row.getField("field");
        String name = kind == Kind.FORM ? field : FORM_NAME_OF.getOrDefault(field, field);
        Set<String> shownBy = new HashSet<>(List.of(row.getField("shown_by").split("\\|")));
        shownBy.remove("");
        of(kind).wrong
                .computeIfAbsent(row.getField("record_no"), key -> new HashMap<>())
                .merge(name, new WrongItem(row.getField("error"), shownBy), (a, b) -> {
                    Set<String> both = new HashSet<>(a.shownBy());
                    both.addAll(b.shownBy());
                    return new WrongItem(a.error(), both);
                });
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "form" -> Kind.FORM;
            case "residence-book" -> Kind.RESIDENCE_BOOK;
            case "archive" -> Kind.ARCHIVE;
            default -> throw new IllegalArgumentException("unknown record kind: " + text);
        };
    }

    /** The person of a record, or null for a record that is nobody's. */
    @Nullable
    String person(Kind kind, String recordNo) {
        return of(kind).personOf.get(recordNo);
    }

    /** All records of a kind that are of the person of this form. */
    List<String> recordsOfFormsPerson(String formNo, Kind kind) {
        String person = person(Kind.FORM, formNo);
        return person == null ? List.of() : of(kind).ofPerson.getOrDefault(person, List.of());
    }

    /** What is wrong on a record, by the form's name of the field. */
    Map<String, WrongItem> wrong(Kind kind, String recordNo) {
        return of(kind).wrong.getOrDefault(recordNo, Map.of());
    }

    Set<String> forms() {
        return forms.personOf.keySet();
    }

    /** Whether something is wrong in this field on the form or in what the sources hold of its person. */
    boolean isWrongSomewhere(String formNo, String field) {
        if (wrong(Kind.FORM, formNo).containsKey(field)) {
            return true;
        }
        for (Kind kind : List.of(Kind.RESIDENCE_BOOK, Kind.ARCHIVE)) {
            for (String record : recordsOfFormsPerson(formNo, kind)) {
                if (wrong(kind, record).containsKey(field)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Nothing wrong on the form itself. */
    boolean isCleanForm(String formNo) {
        return wrong(Kind.FORM, formNo).isEmpty();
    }

    /** Nothing wrong on the form nor in any source, one form only, and in the books. */
    boolean isCleanEverywhere(String formNo) {
        if (!isCleanForm(formNo)
                || recordsOfFormsPerson(formNo, Kind.FORM).size() != 1
                || recordsOfFormsPerson(formNo, Kind.RESIDENCE_BOOK).isEmpty()) {
            return false;
        }
        for (Kind kind : List.of(Kind.RESIDENCE_BOOK, Kind.ARCHIVE)) {
            for (String record : recordsOfFormsPerson(formNo, kind)) {
                if (!wrong(kind, record).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
