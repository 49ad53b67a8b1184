package vn.dancu.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.name.PersonName;
import vn.dancu.reconciliation.FamilyTree;
import vn.dancu.reconciliation.KinContradiction;
import vn.dancu.web.db.HouseholdSides;
import vn.dancu.web.db.HouseholdSides.Entry;
import vn.dancu.web.db.HouseholdSides.Said;

/**
 * A household in all sources: a row a person, aligned by link, with what contradicts what; and the tree of relations, by
 * the forms, and by the book for whom there is no form.
 *
 * @param marked keys of rows that a contradiction is about
 */
public record HouseholdView(
        List<Row> rows, FamilyTree tree, List<KinContradiction> contradictions, Set<String> marked) {

    /** What one source says, as it reads; compared with the first source of the row. */
    public record Cell(
            List<CharDiff.Piece> name,
            List<CharDiff.Piece> birth,
            List<CharDiff.Piece> relation,
            String place,
            boolean removed,
            boolean elsewhere,
            boolean relationDiffers) {}

    /** One person. */
    public record Row(
            String key,
            HouseholdSides.@Nullable Form form,
            @Nullable Cell written,
            @Nullable Cell book,
            @Nullable Cell archive) {
        public boolean relationDiffers() {
            return (book != null && book.relationDiffers()) || (archive != null && archive.relationDiffers());
        }
    }

    private record Person(
            HouseholdSides.@Nullable Form form,
            @Nullable Entry book,
            @Nullable Entry archive) {
        String key() {
            return form != null
                    ? "f" + form.id()
                    : book != null ? "b" + book.id() : "a" + (archive == null ? 0 : archive.id());
        }

        /** The form before the book before the archive. */
        Said said() {
            if (form != null) {
                return form.said();
            }
            Entry entry = book == null ? archive : book;
            return entry == null ? new Said(null, null, null, null, null, null, null, null) : entry.said();
        }
    }

    static HouseholdView of(List<HouseholdSides.Form> forms, List<Entry> books, List<Entry> archives, Say say) {
        List<Person> persons = persons(forms, books, archives);
        List<Row> rows = persons.stream().map(person -> row(person, say)).toList();
        // Who was struck off, or lives elsewhere by a form, is shown but is no member any more.
        List<FamilyTree.Member> members = persons.stream()
                .filter(person -> person.form() != null
                        || (person.book() != null
                                && !person.book().removed()
                                && !person.book().elsewhere()))
                .map(HouseholdView::member)
                .toList();
        List<KinContradiction> contradictions = KinContradiction.among(members);
        Set<String> marked = new HashSet<>();
        contradictions.forEach(one -> marked.addAll(one.members()));
        rows.stream().filter(Row::relationDiffers).forEach(row -> marked.add(row.key()));
        return new HouseholdView(rows, FamilyTree.of(members), contradictions, marked);
    }

    private static List<Person> persons(List<HouseholdSides.Form> forms, List<Entry> books, List<Entry> archives) {
        Map<Long, Entry> book = byId(books);
        Map<Long, Entry> archive = byId(archives);
        List<Person> persons = new ArrayList<>();
        List<HouseholdSides.Form> ordered = new ArrayList<>(forms);
        ordered.sort(Comparator.comparingInt(form -> place(form.said())));
        for (HouseholdSides.Form form : ordered) {
            persons.add(new Person(form, book.remove(form.residence()), archive.remove(form.archive())));
        }
        List<Entry> alone = new ArrayList<>(book.values());
        alone.sort(Comparator.comparingInt(entry -> place(entry.said())));
        for (Entry entry : alone) {
            Entry sheet = archive.values().stream()
                    .filter(other -> likeness(other.said()).equals(likeness(entry.said())))
                    .findFirst()
                    .orElse(null);
            if (sheet != null) {
                archive.remove(sheet.id());
            }
            persons.add(new Person(null, entry, sheet));
        }
        archive.values().forEach(sheet -> persons.add(new Person(null, null, sheet)));
        return persons;
    }

    private static Map<Long, Entry> byId(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(Entry::id, entry -> entry, (one, other) -> one, LinkedHashMap::new));
    }

    private static int place(Said said) {
        return Relation.parse(said.relation()).map(Relation::ordinal).orElse(Integer.MAX_VALUE);
    }

    /** Name without marks and year: enough between two sources of one household. */
    private static String likeness(Said said) {
        return (said.fullName() == null ? "" : PersonName.of(said.fullName()).folded()) + "/" + year(said);
    }

    private static int year(Said said) {
        PartialDate date = said.birthDate() == null
                ? null
                : PartialDate.read(said.birthDate()).date();
        return date == null ? 0 : date.packed() / 10_000;
    }

    private static FamilyTree.Member member(Person person) {
        Said said = person.said();
        return new FamilyTree.Member(
                person.key(),
                said.fullName() == null ? "—" : said.fullName(),
                Relation.parse(said.relation()).orElse(null),
                Sex.parse(said.sex()).orElse(null),
                year(said),
                said.fatherName(),
                said.motherName(),
                said.spouseName());
    }

    private static Row row(Person person, Say say) {
        Said against = person.said();
        return new Row(
                person.key(),
                person.form(),
                person.form() == null ? null : cell(person.form().said(), other(person), false, false, say, false),
                person.book() == null
                        ? null
                        : cell(
                                person.book().said(),
                                against,
                                person.book().removed(),
                                person.book().elsewhere(),
                                say,
                                person.form() != null),
                person.archive() == null
                        ? null
                        : cell(
                                person.archive().said(),
                                against,
                                false,
                                person.archive().elsewhere(),
                                say,
                                person.form() != null || person.book() != null));
    }

    private static Said other(Person person) {
        Entry entry = person.book() == null ? person.archive() : person.book();
        return entry == null ? person.said() : entry.said();
    }

    private static Cell cell(Said said, Said against, boolean removed, boolean elsewhere, Say say, boolean compared) {
        String relation = say.value("relation_to_head", said.relation());
        String other = say.value("relation_to_head", against.relation());
        return new Cell(
                pieces(said.fullName(), against.fullName()),
                pieces(say.date(said.birthDate()), say.date(against.birthDate())),
                List.of(new CharDiff.Piece(relation, CompareRow.differs(relation, other))),
                said.place() == null ? "" : said.place(),
                removed,
                elsewhere,
                compared && !relation.isEmpty() && !other.isEmpty() && CompareRow.differs(relation, other));
    }

    private static List<CharDiff.Piece> pieces(@Nullable String text, @Nullable String other) {
        return CharDiff.pieces(text, other);
    }

    /** Names of those a contradiction is about, in the order of the rows. */
    public String names(KinContradiction contradiction) {
        Set<String> names = new LinkedHashSet<>();
        for (Row row : rows) {
            if (contradiction.members().contains(row.key())) {
                names.add(name(row));
            }
        }
        return String.join(", ", names);
    }

    private static String name(Row row) {
        Cell cell = row.written() != null ? row.written() : row.book() != null ? row.book() : row.archive();
        return cell == null
                ? ""
                : cell.name().stream().map(CharDiff.Piece::text).collect(Collectors.joining());
    }
}
