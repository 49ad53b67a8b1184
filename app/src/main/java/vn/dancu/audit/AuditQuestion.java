package vn.dancu.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor asks the log: each part narrows, null leaves open.
 *
 * @param from inclusive
 * @param to exclusive
 * @param olderThan page on: only entries with a smaller id
 * @param limit at most so many, the newest first
 */
public record AuditQuestion(
        @Nullable String actor,
        @Nullable String objectKind,
        @Nullable String objectId,
        AuditEntry.@Nullable Kind kind,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long olderThan,
        int limit) {
    public static AuditQuestion latest(int limit) {
        return new AuditQuestion(null, null, null, null, null, null, null, limit);
    }

    public static AuditQuestion about(String objectKind, String objectId, int limit) {
        return new AuditQuestion(null, objectKind, objectId, null, null, null, null, limit);
    }
}
