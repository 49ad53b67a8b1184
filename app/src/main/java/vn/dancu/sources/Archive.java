package vn.dancu.sources;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import vn.dancu.shared.Actor;
import vn.dancu.sources.db.ArchiveStore;

/** The household archive (tàng thư hồ sơ hộ khẩu) as imported. */
@Service
public class Archive {
    private static final int PORTION = 5_000;

    private final ArchiveStore store;

    Archive(ArchiveStore store) {
        this.store = store;
    }

    /** Every sheet, in the order it came in; read in portions, so that the consumer may use the database as it likes. */
    public void stream(Consumer<StoredArchiveEntry> consumer) {
        List<StoredArchiveEntry> portion = store.after(Long.MIN_VALUE, PORTION);
        while (!portion.isEmpty()) {
            portion.forEach(consumer);
            portion = store.after(portion.get(portion.size() - 1).id(), PORTION);
        }
    }

    /** For work over the whole set: no area is asked. */
    public List<StoredArchiveEntry> load(long... ids) {
        return store.load(ids);
    }

    /** Empty when there is no such sheet, or it lies outside the actor's communes. */
    public Optional<StoredArchiveEntry> find(long id, Actor actor) {
        return store.find(id, actor.scope());
    }

    /** The sheets of one envelope. */
    public List<StoredArchiveEntry> envelope(String envelopeNo, Actor actor) {
        return store.envelope(envelopeNo, actor.scope());
    }
}
