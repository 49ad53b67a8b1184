package vn.dancu.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person of the register, with where he lives today, as a list shows him.
 *
 * @param birthPacked yyyyMMdd with 00 for what is not known
 * @param sourceNo number of the paper that the entry rests on
 */
public record RegisteredPerson(
        long id,
        @Nullable String personalId,
        String fullName,
        int birthPacked,
        String sex,
        @Nullable String communeCode,
        @Nullable String residentialGroup,
        String sourceKind,
        String sourceNo,
        LocalDate enteredOn) {
    /** Who it is stays out of logs. */
    @Override
    public String toString() {
        return "RegisteredPerson[" + id + "]";
    }
}
