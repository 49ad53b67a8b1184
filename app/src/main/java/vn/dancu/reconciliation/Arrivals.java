package vn.dancu.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.reconciliation.db.ArrivalQueries;
import vn.dancu.reconciliation.db.ArrivalQueries.Found;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;

/** Is she already here? Asked of all forms, entries and sheets while a paper is typed. */
@Service
public class Arrivals {
    private static final int SHOWN = 3;

    /** More than are shown, because some may be gone or of one and the same kind. */
    private static final int LOOKED_AT = 8;

    /** As likely as not. */
    private static final double LEAST = .5;

    private static final String SEARCHED = "search";

    private final ArrivalMemory memory;
    private final ArrivalQueries queries;
    private final AuditLog audit;

    Arrivals(ArrivalMemory memory, ArrivalQueries queries, AuditLog audit) {
        this.memory = memory;
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * Who may be this person: the likeliest form, entry and sheet; of another area no more is told than that she is there. The look is logged as a search, and each record that is shown as seen; once for a paper.
     *
     * @param told what was logged for this paper before; more is added
     */
    @Transactional
    public KnownPeople lookUp(CollectionForm typed, Set<String> told, String purpose, Actor actor) {
        if (!isTelling(typed)) {
            return KnownPeople.none(KnownPeople.State.NOT_ASKED);
        }
        Map<Source, KnownRecords> known = memory.current();
        if (known.isEmpty()) {
            return KnownPeople.none(memory.state());
        }
        if (told.add(SEARCHED)) {
            audit.view(actor, "search", "forms", "", purpose);
        }
        @Nullable String[] coded = PersonValues.of(typed);
        List<List<KnownPeople.Person>> bySource = new ArrayList<>();
        for (Map.Entry<Source, KnownRecords> records : known.entrySet()) {
            bySource.add(people(records.getKey(), records.getValue(), coded, actor.scope()));
        }
        List<KnownPeople.Person> shown = shown(bySource);
        for (Source source : known.keySet()) {
            logSeen(source, shown, told, purpose, actor);
        }
        return new KnownPeople(KnownPeople.State.READY, shown);
    }

    /** The best of each file first, then the second ones: a form and an entry tell more than two forms. */
    private static List<KnownPeople.Person> shown(List<List<KnownPeople.Person>> bySource) {
        List<KnownPeople.Person> shown = new ArrayList<>();
        for (int rank = 0; rank < SHOWN; rank++) {
            for (List<KnownPeople.Person> people : bySource) {
                if (rank < people.size() && shown.size() < SHOWN) {
                    shown.add(people.get(rank));
                }
            }
        }
        shown.sort(Comparator.comparing(KnownPeople.Person::source));
        return shown;
    }

    /** A name of two words with a birth date, or a number. */
    private static boolean isTelling(CollectionForm typed) {
        String old = typed.written(FormField.OLD_ID);
        boolean isNumbered = typed.personalId() != null
                || (old != null && old.chars().filter(Character::isDigit).count() >= 9);
        boolean isNamed = typed.fullName().written().strip().contains(" ")
                && typed.birthDate().date() != null;
        return isNumbered || isNamed;
    }

    private List<KnownPeople.Person> people(
            Source source, KnownRecords records, @Nullable String[] coded, AreaScope scope) {
        List<KnownRecords.Hit> hits = records.find(LEAST, LOOKED_AT, coded);
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<Long, Found> found = new HashMap<>();
        queries.found(source, hits.stream().mapToLong(KnownRecords.Hit::id).toArray())
                .forEach(one -> found.put(one.id(), one));
        List<KnownPeople.Person> people = new ArrayList<>();
        for (KnownRecords.Hit hit : hits) {
            Found one = found.get(hit.id());
            if (one != null && people.size() < SHOWN) {
                boolean isHers = isOfArea(source, one, scope);
                people.add(new KnownPeople.Person(source, hit.probability(), isHers ? known(one, scope) : null));
            }
        }
        return people;
    }

    /** A sheet of the archive names no group: it is of the area of whoever works in its commune. */
    private static boolean isOfArea(Source source, Found found, AreaScope scope) {
        return scope.covers(found.communeCode(), found.residentialGroup())
                || (source == Source.ARCHIVE
                        && scope.groups().stream().anyMatch(group -> group.startsWith(found.communeCode() + "/")));
    }

    private static KnownPeople.Known known(Found found, AreaScope scope) {
        boolean mayOpen = found.form() != 0 && scope.covers(found.formCommune(), found.formGroup());
        return new KnownPeople.Known(
                found.id(),
                found.number(),
                found.name(),
                found.birthDate(),
                found.communeCode(),
                mayOpen ? new FormId(found.form()) : null);
    }

    private void logSeen(Source source, List<KnownPeople.Person> shown, Set<String> told, String purpose, Actor actor) {
        String kind = switch (source) {
            case FORM -> "form";
            case RESIDENCE_BOOK -> "residence-entry";
            case ARCHIVE, PAPERS -> "archive-entry";
        };
        List<String> seen = new ArrayList<>();
        for (KnownPeople.Person person : shown) {
            KnownPeople.Known record = person.record();
            if (person.source() == source && record != null && told.add(kind + " " + record.id())) {
                seen.add(String.valueOf(record.id()));
            }
        }
        if (!seen.isEmpty()) {
            audit.viewEach(actor, "entry", kind, seen, purpose);
        }
    }
}
