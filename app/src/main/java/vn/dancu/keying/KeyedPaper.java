package vn.dancu.keying;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/**
 * A paper in the keying.
 *
 * @param heldBy who keys it now
 * @param form that it joined or became
 * @param becameForm whether the keyed paper is the collected form
 */
public record KeyedPaper(
        PaperId id,
        String formNo,
        String formVersion,
        String communeCode,
        String residentialGroup,
        PaperState state,
        @Nullable String heldBy,
        Instant takenUpAt,
        @Nullable FormId form,
        boolean becameForm) {
    /** Without the number: it leads to a person. */
    @Override
    public String toString() {
        return "KeyedPaper[" + id.value() + ", " + state + "]";
    }
}
