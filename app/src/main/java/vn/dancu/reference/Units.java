package vn.dancu.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.civil.unit.Succession;
import vn.dancu.reference.db.ReferenceStore;

/**
 * The administrative units that are known: the built-in ones and the imported lists, as one immutable object. Take it
 * once for a piece of work; it is made anew only after an import, also one by another process.
 */
@Service
public class Units {
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final ReferenceStore store;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(long edition, AdministrativeUnits units, Instant lookedAt) {}

    Units(ReferenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public AdministrativeUnits current() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.lookedAt().plus(LOOK_AGAIN_AFTER))) {
            return known.units();
        }
        // Nobody waits for who looks: those who come here hold a connection to the database, and who looks needs one.
        if (known == null) {
            return lookAgain(null, now).units();
        }
        if (!looking.compareAndSet(false, true)) {
            return known.units();
        }
        try {
            return lookAgain(known, now).units();
        } finally {
            looking.set(false);
        }
    }

    private Snapshot lookAgain(@Nullable Snapshot known, Instant now) {
        long edition = store.edition();
        AdministrativeUnits units = known != null && known.edition() == edition ? known.units() : load();
        Snapshot fresh = new Snapshot(edition, units, now);
        snapshot = fresh;
        return fresh;
    }

    private AdministrativeUnits load() {
        AdministrativeUnits units = AdministrativeUnits.builtIn();
        for (ReferenceStore.UnitsOfADay list : store.units()) {
            units = units.withImported(list.units(), list.validFrom());
        }
        List<Succession> successions = store.successions();
        return successions.isEmpty() ? units : units.withSuccessions(successions);
    }

    /** To be called after an import of this process has been committed. */
    void forget() {
        snapshot = null;
    }
}
