package vn.dancu.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.reconciliation.db.ArchiveWord;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.ComparisonStore.CandidateRow;
import vn.dancu.reconciliation.db.ComparisonStore.DuplicateRow;
import vn.dancu.reconciliation.db.ComparisonStore.LinkedForm;
import vn.dancu.reconciliation.db.ComparisonStore.Row;
import vn.dancu.reconciliation.db.NeighbourQueries;
import vn.dancu.reconciliation.db.StandingDecisions;
import vn.dancu.reconciliation.domain.FieldComparison;
import vn.dancu.reconciliation.domain.Outcomes;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Progress;

/** Compares a set of forms: links, then field by field, then the outcome; written portion by portion. */
@Component
class ComparisonRun {
    static final int PORTION = 10_000;
    private static final int LINKING_STEPS = 4;
    static final String FIELD_BY_FIELD = "Đối chiếu từng mục / compare field by field";

    /** Forms, and entries of a source: fewer are linked all at once while an officer waits. */
    private static final int VILLAGE = 5_000;

    private final CityLinking city;
    private final DeskLinking desk;
    private final ComparisonStore store;
    private final NeighbourQueries neighbours;
    private final ArrivalMemory memory;
    private final ArchiveWord archiveWord;
    private final StandingDecisions standing;
    private final Clock clock;

    ComparisonRun(
            CityLinking city,
            DeskLinking desk,
            ComparisonStore store,
            NeighbourQueries neighbours,
            ArrivalMemory memory,
            ArchiveWord archiveWord,
            StandingDecisions standing,
            Clock clock) {
        this.standing = standing;
        this.neighbours = neighbours;
        this.memory = memory;
        this.archiveWord = archiveWord;
        this.city = city;
        this.desk = desk;
        this.store = store;
        this.clock = clock;
    }

    CompareReport compare(FormSet asked, Progress progress) {
        FormSet chosen = without(asked, store.withdrawn(asked));
        if (chosen.isEmpty()) {
            return new CompareReport(0, Map.of(), 0);
        }
        CityLinking.Linked linked;
        if (desk.canLink(chosen)) {
            linked = desk.link(chosen);
        } else {
            progress.begin("Tìm trong sổ và tàng thư / link with books and archive", LINKING_STEPS);
            linked = city.link(progress);
        }
        if (chosen.size() <= DeskLinking.MOST) {
            memory.read(chosen);
        }
        store.clear(chosen);
        progress.begin(FIELD_BY_FIELD, chosen.size());
        return compare(chosen, linked, progress);
    }

    /** Forms of the set that stand for somebody, with their links. */
    record Prepared(FormSet forms, CityLinking.Linked linked) {
        int clusters() {
            Set<Long> touched = new HashSet<>();
            linked.links().clusters().forEach((form, in) -> {
                if (forms.contains(new FormId(form))) {
                    touched.add(in.cluster());
                }
            });
            return touched.size();
        }
    }

    /** The first half of a comparison that is written portion by portion. */
    Prepared prepare(FormSet asked, Progress progress) {
        FormSet chosen = without(asked, store.withdrawn(asked));
        progress.begin("Tìm trong sổ và tàng thư / link with books and archive", LINKING_STEPS);
        return new Prepared(chosen, city.link(progress));
    }

    /** One portion of it, whole in itself. */
    CompareReport write(FormSet portion, Prepared prepared, Progress progress) {
        store.clear(portion);
        return compare(portion, prepared.linked(), progress);
    }

    /** Forms that have just come in, unless that meant linking a city that was never linked. */
    Optional<CompareReport> compareOnArrival(FormSet arrived) {
        boolean isVillage =
                !store.hasForms(VILLAGE) && !store.hasResidenceEntries(VILLAGE) && !store.hasArchiveEntries(VILLAGE);
        return isVillage || desk.canLink(arrived) ? Optional.of(compare(arrived, Progress.NONE)) : Optional.empty();
    }

    /** What an import left, where it is a small batch; a city waits for whoever compares it as a whole. */
    Optional<CompareReport> compareArrived() {
        FormSet arrived = store.neverCompared(DeskLinking.MOST + 1);
        return arrived.isEmpty() || arrived.size() > DeskLinking.MOST ? Optional.empty() : compareOnArrival(arrived);
    }

    /** Of whom an officer said something: the form, and whoever holds the entry. */
    void compareAnswered(FormId form, Source source, long entry) {
        String column = source == Source.ARCHIVE ? "archive_entry_id" : "residence_entry_id";
        compareOnArrival(FormSet.ofKeys(LongStream.concat(
                        LongStream.of(form.value()), LongStream.of(neighbours.holders(column, new long[] {entry})))
                .toArray()));
    }

    private static FormSet without(FormSet forms, FormSet gone) {
        if (gone.isEmpty()) {
            return forms;
        }
        return FormSet.ofKeys(Arrays.stream(forms.keys())
                .filter(key -> !gone.contains(new FormId(key)))
                .toArray());
    }

    private CompareReport compare(FormSet chosen, CityLinking.Linked linked, Progress progress) {
        FieldComparison comparison = new FieldComparison(linked.words());
        Instant now = clock.instant();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int compared = 0;
        for (int from = 0; from < chosen.size(); from += PORTION) {
            if (progress.stopRequested()) {
                throw new DanCuException(ErrorCode.E303_STOPPED, "Đã dừng theo yêu cầu / stopped as asked");
            }
            FormSet portion = chosen.slice(from, Math.min(chosen.size(), from + PORTION));
            List<Row> rows = rows(portion, linked.links(), comparison);
            store.write(rows, now);
            rows.forEach(row -> outcomes.merge(row.outcome(), 1, Integer::sum));
            compared += rows.size();
            progress.advance(portion.size());
        }
        writeCandidates(chosen, linked.links());
        standing.settle(chosen, now);
        return new CompareReport(compared, outcomes, writeDuplicates(chosen, linked.links(), now));
    }

    private List<Row> rows(FormSet portion, Links links, FieldComparison comparison) {
        long[] forms = portion.keys();
        long[] books = new long[forms.length];
        long[] archives = new long[forms.length];
        Map<Long, ArchiveWord.Word> words = archiveWord.of(forms);
        for (int i = 0; i < forms.length; i++) {
            int at = Arrays.binarySearch(links.forms(), forms[i]);
            if (at >= 0) {
                books[i] = links.residence().entries()[at];
                archives[i] =
                        ArchiveSide.of(links.archive(), at, words.get(forms[i])).entry();
            }
        }
        return store.linked(forms, books, archives).parallelStream()
                .map(linked -> row(linked, links, words.get(linked.form()), comparison))
                .toList();
    }

    private static Row row(
            LinkedForm linked, Links links, ArchiveWord.@Nullable Word word, FieldComparison comparison) {
        int at = Arrays.binarySearch(links.forms(), linked.form());
        if (at < 0) {
            throw new IllegalStateException("a form came in while the city was being linked: " + linked.form());
        }
        List<FieldVerdict> verdicts = comparison.compare(linked.written(), linked.book(), linked.archive()).stream()
                .filter(verdict -> verdict.agreement() != Agreement.AGREE)
                .toList();
        Links.InCluster cluster = links.clusters().get(linked.form());
        ArchiveSide archive = ArchiveSide.of(links.archive(), at, word);
        Outcome outcome = Outcomes.of(
                cluster != null && !cluster.keeps(),
                links.residence().uncertain()[at] || archive.uncertain(),
                linked.book() != null,
                verdicts);
        return new Row(
                linked.form(),
                linked.version(),
                links.residence().entries()[at],
                links.residence().weights()[at],
                links.residence().state(at),
                archive.entry(),
                archive.weight(),
                archive.state(),
                outcome,
                verdicts);
    }

    private void writeCandidates(FormSet chosen, Links links) {
        List<CandidateRow> rows = new ArrayList<>();
        candidates(rows, chosen, Source.RESIDENCE_BOOK, links.residence().candidates());
        candidates(rows, chosen, Source.ARCHIVE, links.archive().candidates());
        store.writeCandidates(rows);
    }

    private static void candidates(
            List<CandidateRow> rows, FormSet chosen, Source source, Map<Long, Links.Candidates> found) {
        found.forEach((form, candidates) -> {
            if (chosen.contains(new FormId(form))) {
                for (int i = 0; i < candidates.entries().length; i++) {
                    rows.add(new CandidateRow(
                            form, source, candidates.entries()[i], candidates.weights()[i]));
                }
            }
        });
    }

    /** Clusters are written whole, so that the kept form is known also where only the other was chosen. */
    private int writeDuplicates(FormSet chosen, Links links, Instant now) {
        Set<Long> touched = new HashSet<>();
        links.clusters().forEach((form, in) -> {
            if (chosen.contains(new FormId(form))) {
                touched.add(in.cluster());
            }
        });
        List<DuplicateRow> rows = new ArrayList<>();
        links.clusters().forEach((form, in) -> {
            if (touched.contains(in.cluster())) {
                rows.add(new DuplicateRow(in.cluster(), form, in.weight(), in.keeps()));
            }
        });
        store.replaceDuplicates(rows, chosen.size() <= DeskLinking.MOST ? chosen.keys() : null, now);
        return touched.size();
    }

    void withdraw(FormSet forms) {
        store.withdraw(forms);
        memory.forget(forms);
    }
}
