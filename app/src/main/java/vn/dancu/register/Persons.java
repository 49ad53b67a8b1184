package vn.dancu.register;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.register.db.PersonQueries;
import vn.dancu.shared.Actor;

/** Looks persons of the register up, inside the actor's area; each one shown is logged with the purpose. */
@Service
public class Persons {
    private static final int MOST_WORDS = 8;

    private final PersonQueries queries;
    private final AuditLog audit;

    Persons(PersonQueries queries, AuditLog audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * By a number (personal, old, or of the paper) where the text has a digit, else by the words of a name without marks.
     *
     * @param year of birth; null for any
     * @param commune code; null for the whole area
     * @param purpose why the officer looks, in her words; never blank
     */
    @Transactional
    public List<RegisteredPerson> search(
            String text, @Nullable Integer year, @Nullable String commune, int limit, String purpose, Actor actor) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a search has a purpose");
        }
        return seen(found(text.strip(), year, commune, limit, actor), purpose, actor);
    }

    /**
     * Persons who were entered from these papers: of a name that thousands bear, those whose forms a page shows.
     *
     * @param purpose why the officer looks, in her words; never blank
     */
    @Transactional
    public List<RegisteredPerson> ofPapers(Collection<String> numbers, int limit, String purpose, Actor actor) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a search has a purpose");
        }
        return seen(queries.ofPapers(numbers.toArray(new String[0]), actor.scope(), limit), purpose, actor);
    }

    private List<RegisteredPerson> seen(List<RegisteredPerson> found, String purpose, Actor actor) {
        audit.viewEach(
                actor,
                "search",
                "person",
                found.stream().map(person -> String.valueOf(person.id())).toList(),
                purpose);
        return found;
    }

    private List<RegisteredPerson> found(
            String text, @Nullable Integer year, @Nullable String commune, int limit, Actor actor) {
        if (text.chars().anyMatch(Character::isDigit)) {
            String[] numbers = {text, text.toUpperCase(Locale.ROOT), text.replaceAll("[\\s.]", "")};
            return queries.byNumber(numbers, year, commune, actor.scope(), limit);
        }
        String folded = VietnameseText.fold(text);
        String[] words =
                Arrays.stream(folded.split(" ")).distinct().limit(MOST_WORDS).toArray(String[]::new);
        return folded.isEmpty() ? List.of() : queries.byWords(words, year, commune, actor.scope(), limit);
    }
}
