package vn.dancu.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.linkage.Parameters;
import vn.dancu.reconciliation.KnownPeople.State;
import vn.dancu.reconciliation.db.ArrivalQueries;
import vn.dancu.reconciliation.db.ArrivalQueries.Version;
import vn.dancu.reconciliation.db.ComparisonStore;
import vn.dancu.reconciliation.db.LinkageRows;
import vn.dancu.shared.FormSet;

/**
 * All forms, entries and sheets in memory, weighed by the models that the city was linked with. Built in the background when
 * it is first asked for, and anew when the city was linked anew; meanwhile the old one serves.
 */
@Component
class ArrivalMemory implements DisposableBean {
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMinutes(1);

    /** Bytes of heap that a record may take with its share of words and look-up tables: 660 to 790 measured, rounded up. */
    private static final long RECORD = 900;

    private final LinkageRows rows;
    private final ComparisonStore store;
    private final ArrivalQueries queries;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final long mostRows;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "dancu-arrivals");
        thread.setDaemon(true);
        return thread;
    });

    private State state = State.NOT_LEARNT;
    private @Nullable Memory memory;
    private @Nullable Version working;
    private Instant triedAt = Instant.EPOCH;
    private boolean isBusy;
    private final Set<Long> meanwhile = new HashSet<>();

    ArrivalMemory(
            LinkageRows rows,
            ComparisonStore store,
            ArrivalQueries queries,
            TransactionOperations transactions,
            Clock clock,
            @Value("${dancu.arrivals.most-rows:3000000}") long mostRows) {
        this.rows = rows;
        this.store = store;
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
        this.mostRows = Math.min(mostRows, Runtime.getRuntime().maxMemory() / 2 / RECORD);
    }

    private record Memory(Version version, Map<Source, KnownRecords> records) {}

    /** How many records there may be, all together. */
    long mostRows() {
        return mostRows;
    }

    synchronized State state() {
        return state;
    }

    /** By source, what is known now, forms that came in since included; empty while {@link #state} is not READY. */
    Map<Source, KnownRecords> current() {
        Version version = queries.version();
        Memory known = known(version);
        if (known == null) {
            return Map.of();
        }
        KnownRecords forms = known.records().get(Source.FORM);
        if (forms != null) {
            takeIn(Source.FORM, forms, queries.ids(Source.FORM, forms.lastId()));
            long[] changed = changedMeanwhile();
            for (long form : changed) {
                forms.remove(form);
            }
            takeIn(Source.FORM, forms, changed);
        }
        return known.records();
    }

    private synchronized @Nullable Memory known(Version version) {
        Memory known = memory;
        boolean isTrue = known != null && known.version().equals(version);
        boolean isTried = isBusy || (version.equals(working) && (state == State.TOO_LARGE || isTriedJustNow()));
        if (version.models().isEmpty()) {
            state = State.NOT_LEARNT;
        } else if (!isTrue && !isTried) {
            working = version;
            triedAt = clock.instant();
            isBusy = true;
            state = known == null ? State.GETTING_READY : State.READY;
            begin(version, known);
        }
        return state == State.READY ? memory : null;
    }

    private boolean isTriedJustNow() {
        return clock.instant().isBefore(triedAt.plus(BEFORE_TRYING_AGAIN));
    }

    private void begin(Version version, @Nullable Memory old) {
        try {
            background.execute(() -> {
                try {
                    transactions.executeWithoutResult(status -> finish(made(version, old)));
                } finally {
                    giveUp();
                }
            });
        } catch (RejectedExecutionException e) {
            // The program is going down: nobody asks any more.
        }
    }

    private @Nullable Memory made(Version version, @Nullable Memory old) {
        return old != null && old.version().models().equals(version.models()) ? caughtUp(version, old) : built(version);
    }

    /** After a failure: is tried again in a while. */
    private synchronized void giveUp() {
        if (isBusy) {
            finish(null);
        }
    }

    private synchronized void finish(@Nullable Memory made) {
        isBusy = false;
        memory = made;
        state = made == null ? (state == State.TOO_LARGE ? state : State.GETTING_READY) : State.READY;
    }

    private @Nullable Memory built(Version version) {
        if (store.forms() + store.residenceEntries() + store.archiveEntries() > mostRows) {
            synchronized (this) {
                state = State.TOO_LARGE;
            }
            return null;
        }
        Map<Source, KnownRecords> records = new EnumMap<>(Source.class);
        build(records, Source.FORM, CityLinking.DUPLICATES, store.forms());
        build(records, Source.RESIDENCE_BOOK, CityLinking.RESIDENCE, store.residenceEntries());
        build(records, Source.ARCHIVE, CityLinking.ARCHIVE, store.archiveEntries());
        return new Memory(version, records);
    }

    private void build(Map<Source, KnownRecords> records, Source source, String model, long expected) {
        store.model(model).map(Parameters::read).ifPresent(learnt -> {
            PersonFile.Builder file = new PersonFile.Builder(CityLinking.MODEL, (int) expected);
            reader(source).read(null, file::add);
            records.put(source, new KnownRecords(file.build(), learnt));
        });
    }

    private @Nullable Memory caughtUp(Version version, Memory old) {
        long all = old.records().values().stream().mapToLong(KnownRecords::size).sum();
        if (store.forms() + store.residenceEntries() + store.archiveEntries() > mostRows || all > mostRows) {
            return built(version);
        }
        old.records().forEach((source, records) -> takeIn(source, records, records.missing(queries.ids(source, 0))));
        return new Memory(version, old.records());
    }

    private void takeIn(Source source, KnownRecords records, long[] ids) {
        if (ids.length > 0) {
            reader(source).read(ids, (id, values, removed) -> records.put(id, values));
        }
    }

    private CityLinking.Reader reader(Source source) {
        return switch (source) {
            case FORM -> rows::forms;
            case RESIDENCE_BOOK -> rows::residenceEntries;
            case ARCHIVE -> rows::archiveEntries;
            case PAPERS -> throw new IllegalArgumentException("papers are not stored");
        };
    }

    /** Forms that were written or cancelled while the memory was being made, which may have read what they said before. */
    private synchronized long[] changedMeanwhile() {
        if (isBusy || meanwhile.isEmpty()) {
            return new long[0];
        }
        long[] changed = meanwhile.stream().mapToLong(Long::longValue).toArray();
        meanwhile.clear();
        return changed;
    }

    /** What these forms say now. */
    void read(FormSet forms) {
        KnownRecords known = knownForms(forms);
        if (known != null) {
            takeIn(Source.FORM, known, forms.keys());
        }
    }

    void forget(FormSet forms) {
        KnownRecords known = knownForms(forms);
        if (known != null) {
            for (long form : forms.keys()) {
                known.remove(form);
            }
        }
    }

    private synchronized @Nullable KnownRecords knownForms(FormSet changed) {
        if (isBusy) {
            for (long form : changed.keys()) {
                meanwhile.add(form);
            }
        }
        Memory known = memory;
        return known == null ? null : known.records().get(Source.FORM);
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
