package vn.dancu.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.db.AuditStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;

/**
 * Writes who did or saw what, and what for. Always in the caller's transaction: what is rolled back was not done, and
 * what cannot be logged is not done.
 */
@Service
public class AuditLog {
    private static final int MOST_EACH = 1_000;

    private final AuditStore store;
    private final Clock clock;

    AuditLog(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param details no names or numbers of persons: the object's key leads to them for whoever may see them
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void act(
            Actor actor, String act, String objectKind, String objectId, String purpose, Map<String, String> details) {
        store.insert(AuditEntry.Kind.ACT, clock.instant(), actor, act, objectKind, objectId, purpose, details);
    }

    /** The same act on many objects, each with details of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void actOnEach(
            Actor actor, String act, String objectKind, String purpose, Map<String, Map<String, String>> byObject) {
        store.copy(AuditEntry.Kind.ACT, clock.instant(), actor, act, objectKind, purpose, byObject);
    }

    /**
     * The same act on a set of forms: each stands in the log under its own key; more than a desk takes at once are one line
     * that says how many, and the step log has each.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void actOnForms(Actor actor, String act, FormSet forms) {
        if (forms.size() > MOST_EACH) {
            act(actor, act, "forms", String.valueOf(forms.size()), "", Map.of());
        } else if (!forms.isEmpty()) {
            Map<String, Map<String, String>> each = new LinkedHashMap<>();
            for (long key : forms.keys()) {
                each.put(String.valueOf(key), Map.of());
            }
            actOnEach(actor, act, "form", "", each);
        }
    }

    /** Somebody sees one record on a screen. Joins the transaction that reads it (which must not be read-only). */
    @Transactional
    public void view(Actor actor, String screen, String objectKind, String objectId, String purpose) {
        store.insert(AuditEntry.Kind.VIEW, clock.instant(), actor, screen, objectKind, objectId, purpose, Map.of());
    }

    /**
     * Somebody looks for records.
     *
     * @param details how many were found; nothing of what was looked for
     */
    @Transactional
    public void look(Actor actor, String screen, String objectKind, String purpose, Map<String, String> details) {
        store.insert(AuditEntry.Kind.VIEW, clock.instant(), actor, screen, objectKind, "", purpose, details);
    }

    /** Somebody sees a list of records: one line each, so that each can tell who looked. */
    @Transactional
    public void viewEach(Actor actor, String screen, String objectKind, Collection<String> objectIds, String purpose) {
        if (!objectIds.isEmpty()) {
            store.copy(AuditEntry.Kind.VIEW, clock.instant(), actor, screen, objectKind, purpose, objectIds);
        }
    }
}
