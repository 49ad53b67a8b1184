package vn.dancu.access;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A chief's signature in a deputy's hand.
 *
 * @param to inclusive
 */
public record Delegation(
        long id,
        String chief,
        String chiefName,
        String deputy,
        String deputyName,
        LocalDate from,
        LocalDate to,
        String documentNo,
        String madeBy,
        Instant madeAt) {
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
