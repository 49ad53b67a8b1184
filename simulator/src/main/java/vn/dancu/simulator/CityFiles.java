package vn.dancu.simulator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The files of a city: a piece of each per residential group, appended in the order of the groups. */
final class CityFiles implements Closeable {
    private static final List<String> NAMES = List.of(
            "forms.csv",
            "residence-book.csv",
            "archive.csv",
            "targets.csv",
            "places.csv",
            "truth-people.csv",
            "truth-links.csv",
            "truth-errors.csv");
    private static final List<List<String>> HEADERS = List.of(
            Columns.FORM.names(),
            Columns.BOOK.names(),
            Columns.ARCHIVE.names(),
            List.of("commune_code", "residential_group", "persons", "as_of"),
            List.of("commune_code", "residential_group", "household_no", "household_book_no", "east_km", "north_km"),
            List.of(
                    "person_id",
                    "full_name",
                    "birth_date",
                    "sex",
                    "personal_id",
                    "old_ids",
                    "ethnicity",
                    "commune_code",
                    "residential_group",
                    "household_no",
                    "relation_to_head",
                    "father_id",
                    "mother_id",
                    "spouse_id",
                    "status",
                    "ended_on"),
            List.of("person_id", "record_kind", "record_no"),
            List.of(
                    "record_kind",
                    "record_no",
                    "field",
                    "error",
                    "written_value",
                    "true_value",
                    "shown_by",
                    "legitimate"));

    private final Path folder;
    private final List<OutputStream> streams = new ArrayList<>();

    CityFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        for (int i = 0; i < NAMES.size(); i++) {
            OutputStream stream = Files.newOutputStream(part(i));
            streams.add(stream);
            Table header = new Table(256);
            header.row(HEADERS.get(i));
            stream.write(header.bytes());
        }
    }

    /** One group's piece of every file, in the order of the files. */
    record Pieces(List<byte[]> bytes) {}

    void append(Pieces pieces) throws IOException {
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).write(pieces.bytes().get(i));
        }
    }

    private Path part(int file) {
        return folder.resolve(NAMES.get(file) + ".part");
    }

    /** Gives every file its name: until then a city that was broken off cannot be taken for a whole one. */
    void finish() throws IOException {
        close();
        for (int i = 0; i < NAMES.size(); i++) {
            Files.move(part(i), folder.resolve(NAMES.get(i)), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        for (OutputStream stream : streams) {
            stream.close();
        }
    }

    static Pieces piecesOf(GroupRecords records, CitySettings settings) {
        Table links = new Table(64 * 1024);
        Table forms = written(records.forms, links);
        Table books = written(records.bookEntries, links);
        Table sheets = written(records.archiveSheets, links);
        Table people = new Table(64 * 1024);
        int residents = 0;
        for (Household household : records.households) {
            for (Person person : household.members) {
                people.row(truth(person, household));
                residents++;
            }
            for (Person person : household.former) {
                people.row(truth(person, household));
            }
        }
        Table targets = new Table(256);
        targets.row(List.of(
                records.group.commune().code(),
                records.group.name(),
                String.valueOf(residents),
                Text.date(settings.collectedTo())));
        Table places = new Table(8 * 1024);
        new Ground(settings.seed(), records.group).rows(records.households, places::row);
        Table errors = new Table(32 * 1024);
        new ErrorTruth(records).rows(errors::row);
        return new Pieces(List.of(
                forms.bytes(),
                books.bytes(),
                sheets.bytes(),
                targets.bytes(),
                places.bytes(),
                people.bytes(),
                links.bytes(),
                errors.bytes()));
    }

    private static Table written(List<Draft> records, Table links) {
        Table table = new Table(128 * 1024);
        for (Draft record : records) {
            table.csv.writeRecord(record.written());
            links.csv.writeRecord(record.person.id, record.columns.recordKind(), record.number());
        }
        return table;
    }

    private static List<String> truth(Person person, Household household) {
        String old = person.oldId == null
                ? ""
                : person.previousOldId == null ? person.oldId : person.previousOldId + "|" + person.oldId;
        return List.of(
                person.id,
                person.fullName(),
                person.birthDate(),
                person.sex(),
                person.personalId == null ? "" : person.personalId,
                old,
                person.ethnic.official(),
                household.group.commune().code(),
                household.group.name(),
                String.valueOf(household.number),
                person.relation.vietnamese(),
                person.father == null ? "" : person.father.id,
                person.mother == null ? "" : person.mother.id,
                person.spouse == null ? "" : person.spouse.id,
                switch (person.status) {
                    case RESIDENT -> "resident";
                    case DEAD -> "dead";
                    case GONE -> "gone";
                },
                person.endedOn == null ? "" : Text.date(person.endedOn));
    }

    /** Rows of CSV in memory. */
    private static final class Table {
        private final StringWriter text;
        private final CsvWriter csv;

        Table(int size) {
            this.text = new StringWriter(size);
            this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        }

        void row(List<String> cells) {
            csv.writeRecord(cells);
        }

        byte[] bytes() {
            try {
                csv.close();
            } catch (IOException e) {
                throw new IllegalStateException("text in memory cannot fail", e);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
