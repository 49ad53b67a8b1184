package vn.dancu.audit;

import java.time.Instant;
import java.util.List;

/**
 * One line of the audit log.
 *
 * @param area where the actor might act then: {@code *} for everywhere, commune codes, {@code commune/group}
 * @param act the act's name, or the screen on which the object was seen
 * @param purpose empty where the act carries its own
 * @param details a flat JSON object of texts
 */
public record AuditEntry(
        long id,
        Instant at,
        Kind kind,
        String actor,
        String role,
        List<String> area,
        String act,
        String objectKind,
        String objectId,
        String purpose,
        String details) {
    /** Whether something was done or seen. */
    public enum Kind {
        ACT,
        VIEW
    }
}
