package vn.dancu.register;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.register.db.PersonStore;
import vn.dancu.shared.Actor;

/** The population register: enters persons with their household and residence. One number is one person. */
@Service
public class Register {
    private final PersonStore store;
    private final Clock clock;

    Register(PersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Enters these persons, set-based; call it again for the next portion.
     *
     * @param sourceKind what the entries rest on, for instance {@code collection-form}
     * @return source numbers of those not entered, because the number already belongs to a registered person, stands
     *     twice among these entries, or because the source was entered before
     */
    @Transactional
    public Set<String> enter(String sourceKind, List<RegisterEntry> entries, Actor actor) {
        return store.enter(sourceKind, entries, actor.login(), clock.instant());
    }

    public long persons() {
        return store.persons();
    }
}
