package vn.dancu.reconciliation;

import org.jspecify.annotations.Nullable;

/** A person in the books, not removed, of whom there is no form. */
public record MissingForm(
        long entryId,
        String entryNo,
        @Nullable String communeCode,
        @Nullable String residentialGroup,
        @Nullable String householdBookNo,
        @Nullable String fullName,
        @Nullable String birthDate,
        @Nullable String bookKind,
        @Nullable String address) {

    /** Who it is stays out of logs. */
    @Override
    public String toString() {
        return "MissingForm[" + entryNo + "]";
    }
}
