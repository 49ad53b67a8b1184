package vn.dancu.sources;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look-up request as lists and its page show it.
 *
 * @param lines forms asked about
 * @param answered of them, those with an answer
 */
public record LookupRequest(
        LookupId id,
        String requestNo,
        String communeCode,
        String purpose,
        Set<ArchiveField> asked,
        String askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable String cancelledBy,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        int lines,
        int answered) {
    public LookupRequest {
        asked = Set.copyOf(asked);
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    public boolean isOpen() {
        return cancelledAt == null && answered < lines;
    }

    /** OPEN, PARTLY, ANSWERED, CANCELLED; a partly answered one may have been cancelled for the rest. */
    public String state() {
        if (cancelledAt != null) {
            return "CANCELLED";
        }
        return answered == 0 ? "OPEN" : answered < lines ? "PARTLY" : "ANSWERED";
    }
}
