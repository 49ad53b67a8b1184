package vn.dancu.sources;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import vn.dancu.shared.Actor;
import vn.dancu.sources.db.ResidenceStore;

/** The residence books (sổ quản lý cư trú) as imported. */
@Service
public class ResidenceBooks {
    private static final int PORTION = 5_000;

    private final ResidenceStore store;

    ResidenceBooks(ResidenceStore store) {
        this.store = store;
    }

    /** Every entry, in the order it came in; read in portions, so that the consumer may use the database as it likes. */
    public void stream(Consumer<StoredResidenceEntry> consumer) {
        List<StoredResidenceEntry> portion = store.after(Long.MIN_VALUE, PORTION);
        while (!portion.isEmpty()) {
            portion.forEach(consumer);
            portion = store.after(portion.get(portion.size() - 1).id(), PORTION);
        }
    }

    /** For work over the whole set: no area is asked. */
    public List<StoredResidenceEntry> load(long... ids) {
        return store.load(ids);
    }

    /** Empty when there is no such entry, or it lies outside the actor's area. */
    public Optional<StoredResidenceEntry> find(long id, Actor actor) {
        return store.find(id, actor.scope());
    }

    /** Who stands in one household's book, in its order, removed persons included; also whom the entry desk may offer. */
    public List<StoredResidenceEntry> household(String householdBookNo, Actor actor) {
        return store.household(householdBookNo, actor.scope());
    }
}
