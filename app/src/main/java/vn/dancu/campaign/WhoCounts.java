package vn.dancu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who must be counted: a setting, kept with every earlier one.
 *
 * @param bornUpTo the last day of birth that counts; null for everybody. Whoever may be born until then counts: a year of birth
 *     is enough
 */
public record WhoCounts(Residence residence, @Nullable LocalDate bornUpTo, String reason, String setBy, Instant setAt) {
    /** Kind of residence. */
    public enum Residence {
        PERMANENT,
        TEMPORARY,
        BOTH
    }

    /** Everybody in the books: then every valid form stands for somebody who must be counted. */
    public boolean isEverybody() {
        return residence == Residence.BOTH && bornUpTo == null;
    }

    /** As births are stored, yyyyMMdd; {@link Integer#MAX_VALUE} for everybody. */
    public int bornUpToPacked() {
        return bornUpTo == null
                ? Integer.MAX_VALUE
                : bornUpTo.getYear() * 10_000 + bornUpTo.getMonthValue() * 100 + bornUpTo.getDayOfMonth();
    }
}
