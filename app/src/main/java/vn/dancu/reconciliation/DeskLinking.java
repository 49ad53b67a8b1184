package vn.dancu.reconciliation;

import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Parameters;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.reconciliation.db.NeighbourQueries;
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
    private static final int MOST = 1_000;

    /** And only a small part: of a village everything is linked anew in no time. */
    private static final int PART = 4;

    private final LinkageRows rows;
    private final NeighbourQueries neighbours;
    private final ComparisonStore store;
    private final CityLinking city;

    DeskLinking(LinkageRows rows, NeighbourQueries neighbours, ComparisonStore store, CityLinking city) {
        this.city = city;
        this.rows = rows;
        this.neighbours = neighbours;
        this.store = store;
    }

    /** A few of many, and somebody linked the many before. */
    boolean canLink(FormSet chosen) {
        return chosen.size() <= MOST
                && store.forms() >= (long) PART * chosen.size()
                && (store.residenceEntries() == 0
                        || store.model(CityLinking.RESIDENCE).isPresent())
                && (store.archiveEntries() == 0
                        || store.model(CityLinking.ARCHIVE).isPresent());
    }

    CityLinking.Linked link(FormSet chosen) {
        FormSet near = FormSet.ofKeys(neighbours.forms(chosen));
        long[] books = neighbours.residenceEntries(near);
        long[] archives = neighbours.archiveEntries(near);
        FormSet all = FormSet.ofKeys(LongStream.concat(
                        LongStream.of(near.keys()),
                        LongStream.concat(
                                LongStream.of(neighbours.holders("residence_entry_id", books)),
                                LongStream.of(neighbours.holders("archive_entry_id", archives))))
                .toArray());
        PersonFile forms = read(rows::forms, all.keys());
        LinkOptions options = CityLinking.options(Progress.NONE);
        Clusters duplicates = duplicates(forms, options);
        Links.Side residence = side(CityLinking.RESIDENCE, forms, duplicates, rows::residenceEntries, books, options);
        Links.Side archive = side(CityLinking.ARCHIVE, forms, duplicates, rows::archiveEntries, archives, options);
        return new CityLinking.Linked(
                new Links(forms.ids(), residence, archive, city.clusters(forms, duplicates)),
                store.model(CityLinking.WORDS).map(NameWords::read).orElse(NameWords.NONE));
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
        return Duplicates.possible(forms, found, rows::forms);
    }

    private Links.Side side(
            String name,
            PersonFile forms,
            Clusters duplicates,
            CityLinking.Reader reader,
            long[] only,
            LinkOptions options) {
        Parameters learnt = store.model(name).map(Parameters::read).orElse(null);
        if (learnt == null) {
            return Links.Side.notConsulted(forms.size());
        }
        PersonFile entries = read(reader, only);
        LinkResult result = new Linker(CityLinking.MODEL, options)
                .linkWith(learnt, forms.records(), entries.records(), duplicates, null);
        return CityLinking.side(forms, duplicates, entries, result);
    }
}
