package vn.dancu.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An envelope that left the archive; it is out until it came back. */
public record EnvelopeLoan(
        long id,
        String communeCode,
        String envelopeNo,
        @Nullable LookupId request,
        String lentTo,
        String lentBy,
        Instant lentAt,
        @Nullable String returnedBy,
        @Nullable Instant returnedAt) {
    public boolean isOut() {
        return returnedAt == null;
    }
}
