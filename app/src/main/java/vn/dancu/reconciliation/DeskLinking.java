package vn.dancu.reconciliation;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Parameters;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.DuplicateStore;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.reconciliation.db.NeighbourQueries;
import vn.dancu.reconciliation.db.ReviewStore;
import vn.dancu.reconciliation.db.ReviewStore.Said;
import vn.dancu.reconciliation.domain.NameWords;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/**
 * Links a few forms of a large city: among the entries and forms that could matter to them, weighed by the model that
 * the whole city was linked with, so that the result is the whole city's.
 */
@Component
class DeskLinking {
    /** Up to here the look-ups by index are faster than linking a city anew. */
    static final int MOST = 1_000;

    /** And only a small part: of a village everything is linked anew in no time. */
    private static final int PART = 4;

    private final LinkageRows rows;
    private final NeighbourQueries neighbours;
    private final ComparisonStore store;
    private final ReviewStore reviews;
    private final DuplicateStore answers;
    private final CityLinking city;

    DeskLinking(
            LinkageRows rows,
            NeighbourQueries neighbours,
            ComparisonStore store,
            ReviewStore reviews,
            DuplicateStore answers,
            CityLinking city) {
        this.answers = answers;
        this.reviews = reviews;
        this.city = city;
        this.rows = rows;
        this.neighbours = neighbours;
        this.store = store;
    }

    /** A few of many, and somebody linked the many before. */
    boolean canLink(FormSet chosen) {
        return chosen.size() <= MOST
                && store.hasForms((long) PART * chosen.size())
                && (!store.hasResidenceEntries(1)
                        || store.model(CityLinking.RESIDENCE).isPresent())
                && (!store.hasArchiveEntries(1)
                        || store.model(CityLinking.ARCHIVE).isPresent());
    }

    CityLinking.Linked link(FormSet chosen) {
        FormSet near = FormSet.ofKeys(neighbours.forms(chosen));
        Near books = near(Source.RESIDENCE_BOOK, near, neighbours.residenceEntries(near), "residence_entry_id");
        Near archives = near(Source.ARCHIVE, near, neighbours.archiveEntries(near), "archive_entry_id");
        FormSet all = FormSet.ofKeys(Stream.of(near.keys(), books.holders(), archives.holders())
                .flatMapToLong(LongStream::of)
                .toArray());
        PersonFile forms = read(rows::forms, all.keys());
        LinkOptions options = CityLinking.options(Progress.NONE);
        Clusters duplicates = duplicates(forms, options);
        Links.Side residence = side(Source.RESIDENCE_BOOK, forms, duplicates, rows::residenceEntries, books, options);
        Links.Side archive = side(Source.ARCHIVE, forms, duplicates, rows::archiveEntries, archives, options);
        return new CityLinking.Linked(
                new Links(forms.ids(), residence, archive, city.clusters(forms, duplicates)),
                store.model(CityLinking.WORDS).map(NameWords::read).orElse(NameWords.NONE));
    }

    /**
     * What could matter in one source.
     *
     * @param entries that could be meant, and those that officers spoke of
     * @param holders forms that are linked with one of them, or that officers spoke of
     */
    private record Near(long[] entries, long[] holders, List<Said> said) {}

    private Near near(Source source, FormSet forms, long[] found, String column) {
        List<Said> ofForms = reviews.saidOf(source, forms.keys(), new long[0]);
        long[] entries = LongStream.concat(
                        LongStream.of(found), ofForms.stream().mapToLong(Said::entry))
                .distinct()
                .sorted()
                .toArray();
        List<Said> said = reviews.saidOf(source, forms.keys(), entries);
        long[] holders = LongStream.concat(
                        LongStream.of(neighbours.holders(column, entries)),
                        said.stream().mapToLong(Said::form))
                .toArray();
        return new Near(entries, holders, said);
    }

    private static PersonFile read(CityLinking.Reader reader, long[] only) {
        PersonFile.Builder file = new PersonFile.Builder(CityLinking.MODEL, only.length);
        reader.read(only, file::add);
        return file.build();
    }

    private Clusters duplicates(PersonFile forms, LinkOptions options) {
        Deduper deduper = new Deduper(CityLinking.MODEL, options);
        Clusters found = store.model(CityLinking.DUPLICATES)
                .map(written -> deduper.dedupeWith(Parameters.read(written), forms.records()))
                .orElseGet(() -> deduper.dedupe(forms.records()));
        return Duplicates.possible(forms, found, rows::forms, new DuplicateAnswers(answers.standing(forms.ids())));
    }

    private Links.Side side(
            Source source,
            PersonFile forms,
            Clusters duplicates,
            CityLinking.Reader reader,
            Near near,
            LinkOptions options) {
        Parameters learnt =
                store.model(CityLinking.model(source)).map(Parameters::read).orElse(null);
        if (learnt == null) {
            return Links.Side.notConsulted(forms.size());
        }
        PersonFile entries = read(reader, near.entries());
        Linker linker = new Linker(CityLinking.MODEL, options);
        LinkResult result = linker.linkWith(learnt, forms.records(), entries.records(), duplicates, null);
        return FoundEntries.of(
                forms,
                duplicates,
                entries,
                result,
                Judgements.of(near.said(), forms, entries),
                CityLinking.weigher(linker, forms, entries, result));
    }
}
