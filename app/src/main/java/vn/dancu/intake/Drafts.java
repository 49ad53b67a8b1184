package vn.dancu.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.intake.db.DraftStore;
import vn.dancu.shared.Actor;

/** Papers half typed: each officer has his own, and nobody else sees them. */
@Service
public class Drafts {
    private final DraftStore store;
    private final Clock clock;

    Drafts(DraftStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return the key of the new draft */
    @Transactional
    public long begin(CollectionForm form, Set<FormField> copied, Actor owner) {
        return store.insert(owner.login(), form, copied, clock.instant());
    }

    /** @return false when the draft is gone, or another officer's */
    @Transactional
    public boolean save(long draft, CollectionForm form, Set<FormField> copied, Actor owner) {
        return store.update(draft, owner.login(), form, copied, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(long draft, Actor owner) {
        return store.find(draft, owner.login());
    }

    /** The last touched first. */
    @Transactional(readOnly = true)
    public List<Draft> of(Actor owner) {
        return store.of(owner.login());
    }

    @Transactional
    public void discard(long draft, Actor owner) {
        store.delete(draft, owner.login());
    }
}
