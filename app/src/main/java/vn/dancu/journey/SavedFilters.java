package vn.dancu.journey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.journey.db.SavedFilterStore;
import vn.dancu.shared.Actor;

/** Filters of work queues that an officer keeps under a name, each officer her own. */
@Service
public class SavedFilters {
    public static final int LONGEST_NAME = 60;
    public static final int MOST = 30;

    private final SavedFilterStore store;
    private final Clock clock;

    SavedFilters(SavedFilterStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param queue null for the list of all forms
     * @param view {@code house} or {@code list}
     * @param sort word of the order of the list
     */
    public record Saved(long id, String name, @Nullable Queue queue, QueueFilter filter, String view, String sort) {}

    @Transactional(readOnly = true)
    public List<Saved> of(Actor actor) {
        return store.of(actor.login());
    }

    @Transactional(readOnly = true)
    public Optional<Saved> find(long id, Actor actor) {
        return store.of(actor.login()).stream()
                .filter(saved -> saved.id() == id)
                .findFirst();
    }

    /** A filter of the same name is replaced; false when the name is empty or too long, or there are too many. */
    @Transactional
    public boolean keep(String name, @Nullable Queue queue, QueueFilter filter, String view, String sort, Actor actor) {
        String said = name.strip();
        List<Saved> known = store.of(actor.login());
        boolean replaces = known.stream().anyMatch(saved -> saved.name().equals(said));
        if (said.isEmpty() || said.length() > LONGEST_NAME || (known.size() >= MOST && !replaces)) {
            return false;
        }
        store.keep(actor.login(), said, queue, filter, view, sort, clock.instant());
        return true;
    }

    @Transactional
    public boolean drop(long id, Actor actor) {
        return store.drop(id, actor.login());
    }
}
