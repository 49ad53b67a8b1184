package vn.dancu.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/**
 * One form of a request, with its latest answer.
 *
 * @param answer null while it waits
 */
public record LookupLine(
        LookupLineId id,
        int lineNo,
        FormId form,
        String residentialGroup,
        @Nullable String envelopeNo,
        String household,
        @Nullable Answer answer) {
    /**
     * @param entryId the sheet as keyed, 0 for "no file"
     */
    public record Answer(long id, boolean found, long entryId, String note, String answeredBy, Instant answeredAt) {}

    /** Lines of one envelope lie together; without a number, those of one household. */
    public String envelopeKey() {
        return envelopeNo == null ? "? " + household : envelopeNo;
    }
}
