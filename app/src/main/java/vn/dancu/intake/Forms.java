package vn.dancu.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.intake.db.CorrectionStore;
import vn.dancu.intake.db.CorrectionStore.Locked;
import vn.dancu.intake.db.CorrectionStore.Written;
import vn.dancu.intake.db.FormQueries;
import vn.dancu.intake.db.FormStore;
import vn.dancu.intake.db.NameWords;
import vn.dancu.intake.db.SearchQueries;
import vn.dancu.intake.domain.NearWords;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** The collection forms: read as a stream or one by one, typed at a desk, corrected by a further version. */
@Service
public class Forms {
    /** The longest form number that the system keeps; real ones have about ten characters. */
    public static final int LONGEST_NUMBER = 200;

    private static final int PORTION = 5_000;
    private static final int MOST_WORDS = 8;
    /** So few that the one who is looked for may be misspelled. */
    private static final int FEW_HITS = 5;
    /** A half-remembered year. */
    private static final int YEARS_OFF = 1;

    private final FormStore store;
    private final CorrectionStore corrections;
    private final FormQueries queries;
    private final SearchQueries searches;
    private final NameWords nameWords;
    private final AuditLog audit;
    private final Clock clock;

    Forms(
            FormStore store,
            CorrectionStore corrections,
            FormQueries queries,
            SearchQueries searches,
            NameWords nameWords,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.corrections = corrections;
        this.queries = queries;
        this.searches = searches;
        this.nameWords = nameWords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The order of a stream. */
    public enum Order {
        /** As they came in; for an import, the order of the file. */
        ID,
        /** Members of one household ({@link CollectionForm#householdKey}) one after the other; forms without one last. */
        HOUSEHOLD
    }

    /**
     * Hands over the current version of each form of the set. Forms are read in portions of their own, so that a million
     * need no memory to speak of and the consumer may use the database as it likes.
     */
    public void stream(FormSet forms, Order order, Consumer<StoredForm> consumer) {
        long[] keys = switch (order) {
            case ID -> forms.keys();
            case HOUSEHOLD -> store.byHousehold(forms);
        };
        for (int from = 0; from < keys.length; from += PORTION) {
            store.load(Arrays.copyOfRange(keys, from, Math.min(keys.length, from + PORTION)))
                    .forEach(consumer);
        }
    }

    @Transactional(readOnly = true)
    public FormSet all() {
        return store.all();
    }

    /** Empty when there is no such form, or it lies outside the actor's area. */
    @Transactional(readOnly = true)
    public Optional<StoredForm> find(FormId form, Actor actor) {
        return store.find(form, actor.scope());
    }

    /** The forms of one household in the actor's area: the head first, then by age. */
    @Transactional(readOnly = true)
    public List<StoredForm> household(String householdKey, Actor actor) {
        List<StoredForm> members = new ArrayList<>(store.household(householdKey, actor.scope()));
        members.sort(Comparator.comparingInt(Forms::place));
        return members;
    }

    /** The head, then those whose relation can be read, by birth; whoever has no readable birth date last. */
    private static int place(StoredForm member) {
        CollectionForm form = member.form();
        if (form.relation() == Relation.HEAD) {
            return 0;
        }
        return form.birthDate().date() == null
                ? Integer.MAX_VALUE
                : form.birthDate().date().packed();
    }

    /** Every version, oldest first, each with what it changed. */
    @Transactional(readOnly = true)
    public List<StoredVersion> versions(FormId form, Actor actor) {
        if (store.find(form, actor.scope()).isEmpty()) {
            return List.of();
        }
        List<StoredVersion> versions = new ArrayList<>();
        for (StoredVersion version : store.versions(form)) {
            List<FieldChange> changes = versions.isEmpty()
                    ? List.of()
                    : FieldChange.between(versions.get(versions.size() - 1).form(), version.form());
            versions.add(new StoredVersion(
                    version.version(),
                    version.origin(),
                    version.createdAt(),
                    version.createdBy(),
                    version.copied(),
                    version.form(),
                    changes));
        }
        return versions;
    }

    /**
     * A further version of each; the ones before stay. The steps that these are on the path are written by whoever calls.
     *
     * @return how each ended; of a form that is named twice, the first correction alone counts
     */
    @Transactional
    public Map<FormId, CorrectResult> correct(Collection<Correction> chosen, Actor actor, Instant at) {
        Map<Long, Locked> locked = corrections.lock(
                FormSet.of(chosen.stream().map(Correction::form).toList()));
        Set<String> taken = corrections.taken(chosen.stream()
                .map(correction -> numbered(correction.changed()).formNo())
                .toList());
        Map<FormId, CorrectResult> results = new LinkedHashMap<>();
        List<Written> written = new ArrayList<>();
        for (Correction correction : chosen) {
            Locked current = locked.get(correction.form().value());
            CollectionForm changed = numbered(correction.changed());
            CorrectResult result = judge(correction, current, changed.formNo(), taken, actor);
            if (result.isCorrected() && current != null) {
                boolean keepsNumber = changed.formNo().equals(current.formNo());
                written.add(new Written(
                        correction.form(), current.version() + 1, keepsNumber ? null : current.formNo(), changed));
                taken.add(changed.formNo());
                locked.put(
                        correction.form().value(),
                        new Locked(
                                current.version() + 1,
                                changed.formNo(),
                                current.communeCode(),
                                current.residentialGroup()));
            }
            results.merge(correction.form(), result, (first, second) -> first);
        }
        nameWords.learn(written.stream()
                .map(correction -> correction.changed().fullName().folded())
                .toList());
        corrections.write(written, actor.login(), at);
        return results;
    }

    private static CorrectResult judge(
            Correction correction, @Nullable Locked current, String formNo, Set<String> taken, Actor actor) {
        if (current == null || !covers(actor, current.communeCode(), current.residentialGroup())) {
            return new CorrectResult.NotFound();
        }
        if (current.version() != correction.expectedVersion()) {
            return new CorrectResult.Stale(current.version());
        }
        if (!usable(formNo)) {
            return new CorrectResult.NumberUnusable();
        }
        if (!formNo.equals(current.formNo()) && taken.contains(formNo)) {
            return new CorrectResult.NumberTaken();
        }
        return new CorrectResult.Corrected(current.version() + 1);
    }

    /**
     * A paper typed at a desk.
     *
     * @param copied items that were copied down from the household's previous paper
     */
    @Transactional
    public EnterResult enter(CollectionForm typed, Set<FormField> copied, Actor actor) {
        CollectionForm form = numbered(typed);
        if (!usable(form.formNo())) {
            return new EnterResult.NumberUnusable();
        }
        if (!covers(actor, form.written(FormField.COMMUNE_CODE), form.written(FormField.RESIDENTIAL_GROUP))) {
            return new EnterResult.OutsideArea();
        }
        if (store.numberTaken(form.formNo())) {
            return new EnterResult.NumberTaken();
        }
        nameWords.learn(List.of(form.fullName().folded()));
        FormId entered = store.insert(form, copied, actor.login(), clock.instant());
        audit.act(actor, "ENTER", "form", String.valueOf(entered.value()), "", Map.of());
        return new EnterResult.Entered(entered);
    }

    /**
     * Forms by number or by name, inside the actor's area; the look is logged with its purpose, also when it finds nothing,
     * and so is whoever is shown.
     *
     * @param purpose why the officer looks, in her words; never blank
     */
    @Transactional
    public FormSearch.Page search(FormSearch search, String purpose, Actor actor) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a search has a purpose");
        }
        FormSearch.Page page = found(search, actor);
        audit.look(
                actor, "search", "forms", purpose, Map.of("found", said(page.inArea()), "hidden", said(page.hidden())));
        audit.viewEach(
                actor,
                "search",
                "form",
                Stream.concat(page.hits().stream(), page.near().stream())
                        .map(hit -> String.valueOf(hit.id().value()))
                        .toList(),
                purpose);
        return page;
    }

    private static String said(FormSearch.Count count) {
        return (count.isMore() ? ">" : "") + count.forms();
    }

    private FormSearch.Page found(FormSearch search, Actor actor) {
        String text = search.text().strip();
        if (text.chars().anyMatch(Character::isDigit)) {
            String joined = text.replaceAll("[\\s.]", "");
            return searches.byNumber(new String[] {text, text.toUpperCase(Locale.ROOT), joined}, search, actor.scope());
        }
        String folded = VietnameseText.fold(text);
        if (folded.isEmpty()) {
            return FormSearch.Page.EMPTY;
        }
        String[] words =
                Arrays.stream(folded.split(" ")).distinct().limit(MOST_WORDS).toArray(String[]::new);
        FormSearch.Page page = searches.byWords(words, search, actor.scope());
        if (search.after() != null || page.inArea().forms() > FEW_HITS) {
            return page;
        }
        Collection<String> known = nameWords.all();
        List<List<String>> near =
                Arrays.stream(words).map(word -> NearWords.of(word, known)).toList();
        Set<FormId> there = page.hits().stream().map(FormSummary::id).collect(Collectors.toSet());
        return new FormSearch.Page(
                page.hits(),
                searches.near(words, near, search, YEARS_OFF, actor.scope()).stream()
                        .filter(hit -> !there.contains(hit.id()))
                        .toList(),
                page.inArea(),
                page.hidden(),
                page.next());
    }

    /** Lines for a list that the caller has chosen and may see, in the order of the keys. */
    @Transactional(readOnly = true)
    public List<FormSummary> summaries(List<FormId> forms) {
        return queries.summaries(forms.stream().mapToLong(FormId::value).toArray());
    }

    private static boolean covers(
            Actor actor,
            @org.jspecify.annotations.Nullable String communeCode,
            @org.jspecify.annotations.Nullable String residentialGroup) {
        return actor.scope()
                .covers(
                        communeCode == null ? "" : communeCode.strip(),
                        residentialGroup == null ? "" : residentialGroup.strip());
    }

    private static CollectionForm numbered(CollectionForm form) {
        String number = form.formNo().strip();
        return number.equals(form.formNo()) ? form : form.with(FormField.FORM_NO, number);
    }

    private static boolean usable(String formNo) {
        return !formNo.isEmpty() && formNo.length() <= LONGEST_NUMBER;
    }
}
