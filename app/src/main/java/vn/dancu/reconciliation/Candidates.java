package vn.dancu.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.linkage.Explainer;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Parameters;
import vn.dancu.reconciliation.db.ChoiceQueries;
import vn.dancu.reconciliation.db.ChoiceQueries.Word;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.DeskQueries;
import vn.dancu.reconciliation.db.DeskQueries.Compared;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.reconciliation.db.NeighbourQueries;
import vn.dancu.reconciliation.db.ReviewPairs;
import vn.dancu.reconciliation.db.ReviewStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/**
 * Which other entries could be the person of a form, looked up when an officer asks, and what she takes instead. Her choice
 * is an answer as those of the review are: it links or keeps apart from the next comparison on, and that one is made at once.
 */
@Service
public class Candidates {
    private static final String SCREEN = "candidates";
    private static final List<Source> SOURCES = List.of(Source.RESIDENCE_BOOK, Source.ARCHIVE);

    /** Of one source; more is no help to the eye. */
    private static final int MOST = 6;

    /** Bits, about one in a thousand: what is less likely is not worth a look. */
    private static final double LEAST = -10;

    private final DeskQueries queries;
    private final NeighbourQueries neighbours;
    private final ChoiceQueries choices;
    private final ReviewPairs pairs;
    private final ReviewStore reviews;
    private final ComparisonStore store;
    private final LinkageRows rows;
    private final ComparisonRun run;
    private final AuditLog audit;
    private final Clock clock;

    Candidates(
            DeskQueries queries,
            NeighbourQueries neighbours,
            ChoiceQueries choices,
            ReviewPairs pairs,
            ReviewStore reviews,
            ComparisonStore store,
            LinkageRows rows,
            ComparisonRun run,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.neighbours = neighbours;
        this.choices = choices;
        this.pairs = pairs;
        this.reviews = reviews;
        this.store = store;
        this.rows = rows;
        this.run = run;
        this.audit = audit;
        this.clock = clock;
    }

    /** Best first, the linked entry among them, the book before the archive; empty outside the actor's area. */
    @Transactional
    public List<CandidateSheet> of(FormId form, String purpose, Actor actor) {
        Compared compared = compared(form, actor);
        if (compared == null) {
            return List.of();
        }
        List<CandidateSheet> sheets = new ArrayList<>();
        for (Source source : SOURCES) {
            List<CandidateSheet> some = sheets(form, source, linked(compared, source), actor);
            audit.viewEach(
                    actor,
                    SCREEN,
                    source == Source.ARCHIVE ? "archive-entry" : "residence-entry",
                    some.stream().map(sheet -> String.valueOf(sheet.entryId())).toList(),
                    purpose);
            sheets.addAll(some);
        }
        audit.view(actor, SCREEN, "form", String.valueOf(form.value()), purpose);
        return sheets;
    }

    private @Nullable Compared compared(FormId form, Actor actor) {
        return queries.compared(form)
                .filter(found -> actor.scope().covers(found.communeCode(), found.residentialGroup()))
                .orElse(null);
    }

    private static long linked(Compared compared, Source source) {
        return source == Source.ARCHIVE ? compared.archiveEntry() : compared.residenceEntry();
    }

    private List<CandidateSheet> sheets(FormId form, Source source, long linked, Actor actor) {
        Map<Long, Double> weights = weights(form, source, linked);
        long[] entries = weights.keySet().stream().mapToLong(Long::longValue).toArray();
        List<Word> words = choices.words(source, form, new long[0]);
        Map<Long, String> holders = choices.holders(source, form, entries, actor.scope());
        long[] forms = new long[entries.length];
        Arrays.fill(forms, form.value());
        return pairs.of(source, forms, entries).stream()
                .map(pair -> new CandidateSheet(
                        pair,
                        weights.getOrDefault(pair.entryId(), LEAST),
                        pair.entryId() == linked,
                        holders.get(pair.entryId()),
                        words.stream()
                                .filter(word -> word.entry() == pair.entryId())
                                .map(word -> new CandidateSheet.Said(word.login(), word.answer()))
                                .toList()))
                .toList();
    }

    /** Entries that share a number, a household or name and date with the form, by what the two weigh; best first. */
    Map<Long, Double> weights(FormId form, Source source, long linked) {
        boolean book = source == Source.RESIDENCE_BOOK;
        Parameters learnt =
                store.model(CityLinking.model(source)).map(Parameters::read).orElse(null);
        if (learnt == null) {
            return Map.of();
        }
        Set<Long> keys = new TreeSet<>();
        FormSet one = FormSet.of(form);
        for (long entry : book ? neighbours.residenceEntries(one) : neighbours.archiveEntries(one)) {
            keys.add(entry);
        }
        queries.candidates(form).stream()
                .filter(kept -> kept.source() == source)
                .forEach(kept -> keys.add(kept.entryId()));
        choices.words(source, form, new long[0]).stream()
                .filter(word -> word.form() == form.value())
                .forEach(word -> keys.add(word.entry()));
        if (linked != 0) {
            keys.add(linked);
        }
        PersonFile forms = read(rows::forms, new long[] {form.value()});
        PersonFile entries = read(
                book ? rows::residenceEntries : rows::archiveEntries,
                keys.stream().mapToLong(Long::longValue).toArray());
        return forms.size() == 0 || entries.size() == 0 ? Map.of() : best(learnt, forms, entries, linked);
    }

    private static Map<Long, Double> best(Parameters learnt, PersonFile forms, PersonFile entries, long linked) {
        Explainer explainer = new Linker(CityLinking.MODEL, LinkOptions.defaults())
                .explainer(learnt, forms.records(), entries.records());
        record Weighed(long entry, double weight) {}
        ToDoubleFunction<Weighed> weight = Weighed::weight;
        List<Weighed> all = new ArrayList<>();
        for (int row = 0; row < entries.size(); row++) {
            all.add(new Weighed(entries.id(row), explainer.explain(0, row).weight()));
        }
        all.sort(Comparator.comparing((Weighed one) -> one.entry() != linked)
                .thenComparing(Comparator.comparingDouble(weight).reversed())
                .thenComparingLong(Weighed::entry));
        Map<Long, Double> best = new LinkedHashMap<>();
        for (Weighed one : all) {
            if (best.size() < MOST && (one.weight() >= LEAST || one.entry() == linked)) {
                best.put(one.entry(), one.weight());
            }
        }
        return best;
    }

    private static PersonFile read(CityLinking.Reader reader, long[] keys) {
        PersonFile.Builder file = new PersonFile.Builder(CityLinking.MODEL, keys.length);
        reader.read(keys, file::add);
        return file.build();
    }

    /** This entry and no other is the person of the form. */
    @Transactional
    public ChooseResult choose(FormId form, Source source, long entry, Actor actor) {
        return decide(form, source, entry, actor);
    }

    /** None of the entries that could be meant is the person of the form. */
    @Transactional
    public ChooseResult none(FormId form, Source source, Actor actor) {
        return decide(form, source, 0, actor);
    }

    /** @param entry 0 for none */
    private ChooseResult decide(FormId form, Source source, long entry, Actor actor) {
        if (!Reviews.REVIEWERS.contains(actor.role())) {
            return new ChooseResult.WrongRole();
        }
        Compared compared = compared(form, actor);
        if (compared == null || !SOURCES.contains(source)) {
            return new ChooseResult.NotFound();
        }
        long linked = linked(compared, source);
        Set<Long> shown = weights(form, source, linked).keySet();
        if (entry != 0 && !shown.contains(entry)) {
            return new ChooseResult.NotFound();
        }
        List<Word> words = choices.words(source, form, new long[] {entry});
        Set<String> against = against(words, form, entry, actor);
        if (!against.isEmpty()) {
            return new ChooseResult.Contradicts(List.copyOf(against));
        }
        takeBackOwn(words, form, source, actor);
        if (entry == 0) {
            shown.forEach(one -> answer(form, source, one, PairAnswer.NOT_SAME, actor));
        } else {
            answer(form, source, entry, PairAnswer.SAME, actor);
            if (linked != 0 && linked != entry) {
                answer(form, source, linked, PairAnswer.NOT_SAME, actor);
            }
        }
        audit.act(
                actor,
                "CHOOSE_ENTRY",
                "form",
                String.valueOf(form.value()),
                "",
                Map.of("source", source.code(), "entry", String.valueOf(entry), "before", String.valueOf(linked)));
        run.compareAnswered(form, source, entry == 0 ? linked : entry);
        return new ChooseResult.Chosen();
    }

    /** Who of the others said that this pair is two persons, or that either side of it is somebody else. */
    private static Set<String> against(List<Word> words, FormId form, long entry, Actor actor) {
        Set<String> against = new TreeSet<>();
        for (Word word : words) {
            boolean isPair = word.form() == form.value() && word.entry() == entry;
            boolean contradicts = isPair
                    ? word.answer() == PairAnswer.NOT_SAME
                    : word.answer() == PairAnswer.SAME && (word.form() == form.value() || entry != 0);
            if (contradicts && !word.login().equals(actor.login())) {
                against.add(word.login());
            }
        }
        return against;
    }

    /** What she said before of this form, or of another form with the entry, says nothing any more. */
    private void takeBackOwn(List<Word> words, FormId form, Source source, Actor actor) {
        Set<Word> own = new HashSet<>(words);
        own.removeIf(word -> !word.login().equals(actor.login()));
        own.removeIf(word -> word.form() != form.value() && word.answer() != PairAnswer.SAME);
        own.forEach(
                word -> reviews.undo(new FormId(word.form()), source, word.entry(), actor.login(), clock.instant()));
    }

    private void answer(FormId form, Source source, long entry, PairAnswer answer, Actor actor) {
        reviews.answer(form, source, entry, answer, actor.login(), clock.instant());
    }

    /** Takes back what this officer said of the form and a source: linkage decides again. False when nothing of hers stands. */
    @Transactional
    public boolean takeBack(FormId form, Source source, Actor actor) {
        Compared compared = compared(form, actor);
        if (compared == null || !Reviews.REVIEWERS.contains(actor.role())) {
            return false;
        }
        boolean any = false;
        for (Word word : choices.words(source, form, new long[0])) {
            any |= word.login().equals(actor.login())
                    && reviews.undo(form, source, word.entry(), actor.login(), clock.instant());
        }
        if (any) {
            audit.act(actor, "UNDO_CHOICE", "form", String.valueOf(form.value()), "", Map.of("source", source.code()));
            run.compareAnswered(form, source, linked(compared, source));
        }
        return any;
    }
}
