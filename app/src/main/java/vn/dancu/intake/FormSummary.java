package vn.dancu.intake;

import org.jspecify.annotations.Nullable;
import vn.dancu.shared.FormId;

/** One line of a list of forms, as written on the current version. */
public record FormSummary(
        FormId id,
        int version,
        String formNo,
        @Nullable String fullName,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String relationToHead,
        @Nullable String communeCode,
        @Nullable String residentialGroup,
        @Nullable String householdKey) {
    /** The number of the paper only. */
    @Override
    public String toString() {
        return "FormSummary[" + formNo + "]";
    }
}
