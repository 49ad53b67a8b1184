package vn.dancu.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.linkage.Clusters;
import vn.dancu.linkage.Deduper;
import vn.dancu.linkage.LinkOptions;
import vn.dancu.linkage.LinkResult;
import vn.dancu.linkage.Linker;
import vn.dancu.linkage.Model;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.ComparisonStore.Collected;
import vn.dancu.reconciliation.db.LinkageRows;
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

    /** Bits, about 99.9 %: enough to prefer an entry in force to one struck off. */
    private static final double SURE = 10;

    private final LinkageRows rows;
    private final ComparisonStore store;
    private final Clock clock;

    CityLinking(LinkageRows rows, ComparisonStore store, Clock clock) {
        this.rows = rows;
        this.store = store;
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
        Links.Side residence =
                side(RESIDENCE, forms, duplicates, rows::residenceEntries, store.residenceEntries(), words, options);
        progress.advance(1);
        Links.Side archive =
                side(ARCHIVE, forms, duplicates, rows::archiveEntries, store.archiveEntries(), words, options);
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
        return Duplicates.possible(forms, found, rows::forms);
    }

    private Links.Side side(
            String name,
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
        LinkResult result = new Linker(MODEL, options).link(forms.records(), entries.records(), duplicates, null);
        store.keepModel(name, result.parameters().write(), clock.instant());
        return side(forms, duplicates, entries, result);
    }

    static Links.Side side(PersonFile forms, Clusters duplicates, PersonFile entries, LinkResult result) {
        int[] linked = linkedOfCluster(forms, duplicates, result);
        BitSet free = free(forms, entries, result);
        long[] entry = new long[forms.size()];
        double[] weight = new double[forms.size()];
        boolean[] uncertain = new boolean[forms.size()];
        Map<Long, Links.Candidates> candidates = new HashMap<>();
        for (int form = 0; form < forms.size(); form++) {
            int cluster = duplicates.clusterOf(form);
            int from = cluster == Clusters.ALONE || linked[cluster] < 0 ? form : linked[cluster];
            int match = result.match(from);
            weight[form] = result.weight(from);
            if (match >= 0) {
                entry[form] =
                        entries.id(entries.isRemoved(match) ? inForce(match, from, entries, free, result) : match);
            } else {
                uncertain[form] = result.state(from) == LinkResult.State.UNCERTAIN;
                keepCandidates(candidates, forms.id(form), from, entries, result);
            }
        }
        return new Links.Side(true, entry, weight, uncertain, candidates);
    }

    /** Entries that are linked to no form. */
    private static BitSet free(PersonFile forms, PersonFile entries, LinkResult result) {
        BitSet free = new BitSet(entries.size());
        free.set(0, entries.size());
        for (int form = 0; form < forms.size(); form++) {
            if (result.match(form) >= 0) {
                free.clear(result.match(form));
            }
        }
        return free;
    }

    /** Who was struck off in one place and entered in another is who the later entry says. */
    private static int inForce(int removed, int form, PersonFile entries, BitSet free, LinkResult result) {
        int[] candidates = result.candidates(form);
        double[] weights = result.candidateWeights(form);
        for (int i = 0; i < candidates.length; i++) {
            if (weights[i] > SURE && free.get(candidates[i]) && !entries.isRemoved(candidates[i])) {
                return candidates[i];
            }
        }
        return removed;
    }

    private static void keepCandidates(
            Map<Long, Links.Candidates> candidates, long form, int row, PersonFile entries, LinkResult result) {
        int[] found = result.candidates(row);
        if (found.length == 0) {
            return;
        }
        long[] ids = new long[found.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = entries.id(found[i]);
        }
        candidates.put(form, new Links.Candidates(ids, result.candidateWeights(row)));
    }

    /** Of forms of one person, the one that is linked most strongly: the others are linked through it. */
    private static int[] linkedOfCluster(PersonFile forms, Clusters clusters, LinkResult result) {
        int[] linked = new int[clusters.size()];
        Arrays.fill(linked, -1);
        for (int row = 0; row < forms.size(); row++) {
            int cluster = clusters.clusterOf(row);
            if (cluster != Clusters.ALONE
                    && result.match(row) >= 0
                    && (linked[cluster] < 0 || result.weight(row) > result.weight(linked[cluster]))) {
                linked[cluster] = row;
            }
        }
        return linked;
    }

    Map<Long, Links.InCluster> clusters(PersonFile forms, Clusters duplicates) {
        List<int[]> members = duplicates.members();
        long[] ids = members.stream()
                .flatMapToInt(Arrays::stream)
                .mapToLong(forms::id)
                .toArray();
        Map<Long, Collected> collected = store.collected(ids);
        Map<Long, Links.InCluster> clusters = new HashMap<>();
        for (int[] cluster : members) {
            List<Long> inOrder = new ArrayList<>();
            for (int row : cluster) {
                inOrder.add(forms.id(row));
            }
            inOrder.sort(earlierFirst(collected));
            long kept = inOrder.get(0);
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
