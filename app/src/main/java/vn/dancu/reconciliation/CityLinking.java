package vn.dancu.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.Explainer;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.ComparisonStore.Collected;
import vn.dancu.reconciliation.db.DuplicateStore;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.reconciliation.db.ReviewStore;
import vn.dancu.reconciliation.domain.NameWords;
import vn.dancu.shared.Progress;

/** Links all forms with all entries at once, learns the model from them and keeps it for single forms to come. */
@Component
class CityLinking {
    static final Model MODEL = Model.personVi();
    static final String RESIDENCE = "residence";
    static final String ARCHIVE = "archive";
    static final String DUPLICATES = "duplicates";
    static final String WORDS = "name-words";

    /** A link is made from this probability on. */
    static final double THRESHOLD = .9;

    private static final int NAME = 0;

    private final LinkageRows rows;
    private final ComparisonStore store;
    private final ReviewStore reviews;
    private final DuplicateStore answers;
    private final Clock clock;

    CityLinking(LinkageRows rows, ComparisonStore store, ReviewStore reviews, DuplicateStore answers, Clock clock) {
        this.answers = answers;
        this.rows = rows;
        this.store = store;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** A link is made at 90 %; somebody who is there at least as likely as not, and cannot be told apart, is uncertain. */
    static LinkOptions options(Progress progress) {
        return LinkOptions.defaults()
                .withThreshold(THRESHOLD)
                .withUncertainFrom(.5)
                .withStop(progress::stopRequested);
    }

    /** Links and what was learnt on the way. */
    record Linked(Links links, NameWords words) {}

    Linked link(Progress progress) {
        LinkOptions options = options(progress);
        WordCount words = new WordCount();
        PersonFile forms = read(rows::forms, store.forms(), words);
        progress.advance(1);
        Clusters duplicates = duplicates(forms, options);
        Map<Long, Links.InCluster> clusters = clusters(forms, duplicates);
        progress.advance(1);
        Links.Side residence = side(
                Source.RESIDENCE_BOOK,
                forms,
                duplicates,
                rows::residenceEntries,
                store.residenceEntries(),
                words,
                options);
        progress.advance(1);
        Links.Side archive =
                side(Source.ARCHIVE, forms, duplicates, rows::archiveEntries, store.archiveEntries(), words, options);
        progress.advance(1);
        NameWords known = words.build();
        store.keepModel(WORDS, known.write(), clock.instant());
        return new Linked(new Links(forms.ids(), residence, archive, clusters), known);
    }

    /** One of the queries of {@link LinkageRows}. */
    interface Reader {
        void read(long @Nullable [] only, LinkageRows.Sink sink);
    }

    private static PersonFile read(Reader reader, long expected, WordCount words) {
        PersonFile.Builder file = new PersonFile.Builder(MODEL, (int) expected);
        reader.read(null, (id, values, removed) -> {
            words.add(values[NAME]);
            file.add(id, values, removed);
        });
        return file.build();
    }

    private Clusters duplicates(PersonFile forms, LinkOptions options) {
        Clusters found = new Deduper(MODEL, options).dedupe(forms.records());
        found.parameters().ifPresent(learnt -> store.keepModel(DUPLICATES, learnt.write(), clock.instant()));
        keepReport(DUPLICATES, LinkageReport.of(found));
        return Duplicates.possible(forms, found, rows::forms, new DuplicateAnswers(answers.standing(null)));
    }

    private void keepReport(String model, LinkageReport report) {
        store.keepModel(model + LinkageReport.OF_MODEL, report.write(), clock.instant());
    }

    private Links.Side side(
            Source source,
            PersonFile forms,
            Clusters duplicates,
            Reader reader,
            long expected,
            WordCount words,
            LinkOptions options) {
        if (expected == 0) {
            return Links.Side.notConsulted(forms.size());
        }
        PersonFile entries = read(reader, expected, words);
        Judgements said = Judgements.of(reviews.said(source), forms, entries);
        Linker linker = new Linker(MODEL, options);
        LinkResult result = linker.link(forms.records(), entries.records(), said.labels(), duplicates, null);
        store.keepModel(model(source), result.parameters().write(), clock.instant());
        keepReport(model(source), LinkageReport.of(result));
        return FoundEntries.of(forms, duplicates, entries, result, said, weigher(linker, forms, entries, result));
    }

    /** The model that forms are linked with a source by. */
    static String model(Source source) {
        return source == Source.ARCHIVE ? ARCHIVE : RESIDENCE;
    }

    /** Made when the first pair needs it, because it brings the whole of both files together, and then for all. */
    static FoundEntries.Weigher weigher(Linker linker, PersonFile forms, PersonFile entries, LinkResult result) {
        AtomicReference<@Nullable Explainer> made = new AtomicReference<>();
        return (form, entry) -> {
            Explainer explainer = made.get();
            if (explainer == null) {
                explainer = linker.explainer(result.parameters(), forms.records(), entries.records());
                made.set(explainer);
            }
            return explainer.explain(form, entry).weight();
        };
    }

    Map<Long, Links.InCluster> clusters(PersonFile forms, Clusters duplicates) {
        List<int[]> members = duplicates.members();
        long[] ids = members.stream()
                .flatMapToInt(Arrays::stream)
                .mapToLong(forms::id)
                .toArray();
        Map<Long, Collected> collected = store.collected(ids);
        DuplicateAnswers said = new DuplicateAnswers(answers.standing(ids));
        Map<Long, Links.InCluster> clusters = new HashMap<>();
        for (int[] cluster : members) {
            List<Long> inOrder = new ArrayList<>();
            for (int row : cluster) {
                inOrder.add(forms.id(row));
            }
            inOrder.sort(earlierFirst(collected));
            long kept = said.kept(inOrder);
            for (int row : cluster) {
                clusters.put(forms.id(row), new Links.InCluster(kept, duplicates.weight(row), forms.id(row) == kept));
            }
        }
        return clusters;
    }

    /** By date of collection, then of declaration, then as they came in; what has no date counts as later. */
    static Comparator<Long> earlierFirst(Map<Long, Collected> collected) {
        return Comparator.<Long>comparingInt(id -> day(collected, id, true))
                .thenComparingInt(id -> day(collected, id, false))
                .thenComparingLong(id -> id);
    }

    private static int day(Map<Long, Collected> collected, long form, boolean collection) {
        Collected dates = collected.get(form);
        if (dates == null) {
            return Integer.MAX_VALUE;
        }
        String written = collection ? dates.collectedOn() : dates.declaredOn();
        PartialDate date = written == null ? null : PartialDate.read(written).date();
        return date == null ? Integer.MAX_VALUE : date.packed();
    }
}
