package vn.dancu.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register is told of one person, and what it rests on.
 *
 * @param sourceNo number of the paper it rests on; entered once only
 * @param birthPacked yyyyMMdd with 00 for what is not known
 * @param sex 1 or 2
 * @param household key shared by the members of one household, null when not known
 * @param residenceKind PERMANENT, TEMPORARY or UNREGISTERED
 */
public record RegisterEntry(
        String sourceNo,
        @Nullable String personalId,
        String fullName,
        String nameFolded,
        String sortKey,
        @Nullable String otherName,
        int birthPacked,
        String sex,
        @Nullable String birthRegistrationCode,
        @Nullable String birthRegistrationPlace,
        @Nullable String hometown,
        @Nullable String ethnicity,
        @Nullable String religion,
        @Nullable String nationality,
        @Nullable String bloodGroup,
        @Nullable String maritalStatus,
        @Nullable String oldId,
        @Nullable String fatherName,
        @Nullable String motherName,
        @Nullable String spouseName,
        @Nullable String household,
        String residenceKind,
        @Nullable String communeCode,
        @Nullable String residentialGroup,
        @Nullable String address,
        @Nullable String relationToHead,
        LocalDate since) {
    /** The paper only: who it is stays out of logs. */
    @Override
    public String toString() {
        return "RegisterEntry[" + sourceNo + "]";
    }
}
