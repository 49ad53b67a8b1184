package vn.dancu.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.db.AuditStore;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Role;

/** Reads the audit log: for the auditor, whose reading is logged too, and for the owner of a record. */
@Service
public class AuditTrail {
    private final AuditStore store;
    private final AuditLog log;

    AuditTrail(AuditStore store, AuditLog log) {
        this.store = store;
        this.log = log;
    }

    /** What the auditor gets; an ordinary outcome, so a value. */
    public sealed interface Answer {
        /** Newest first. */
        record Entries(List<AuditEntry> entries) implements Answer {}

        record NotAnAuditor() implements Answer {}
    }

    @Transactional
    public Answer read(AuditQuestion question, Actor auditor, String purpose) {
        if (auditor.role() != Role.AUDITOR && auditor.role() != Role.SYSTEM) {
            return new Answer.NotAnAuditor();
        }
        log.act(auditor, "READ_AUDIT_LOG", "audit", "", purpose, Map.of());
        return new Answer.Entries(store.find(question));
    }

    /** Who saw this record on any screen, newest first. The caller answers for whether the asker may know. */
    @Transactional(readOnly = true)
    public List<AuditEntry> viewsOf(String objectKind, String objectId, int limit) {
        return store.viewsOf(objectKind, objectId, Set.of(), limit);
    }

    /**
     * The same without some screens. The caller answers for whether the asker may know.
     *
     * @param leftOut screens that are left aside, for instance lists it stood in with fifty others
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> viewsOf(String objectKind, String objectId, Set<String> leftOut, int limit) {
        return store.viewsOf(objectKind, objectId, leftOut, limit);
    }

    /** How often each officer saw the record on one of these screens. */
    @Transactional(readOnly = true)
    public Map<String, Long> timesSeen(String objectKind, String objectId, Set<String> screens) {
        return store.timesSeen(objectKind, objectId, screens);
    }
}
