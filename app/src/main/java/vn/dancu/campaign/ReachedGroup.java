package vn.dancu.campaign;

import java.time.LocalDate;
import java.util.Set;

/**
 * A group that was reached, and what followed.
 *
 * @param day of the first outreach in the period
 * @param before missing at the end of the day before
 * @param after missing 14 days after; what is missing now where these are not over
 * @param others groups of the unit without outreach; 0 where there are none
 */
public record ReachedGroup(
        String commune,
        String group,
        LocalDate day,
        Set<OutreachKind> kinds,
        long before,
        long after,
        int others,
        long othersBefore,
        long othersAfter,
        Verdict verdict) {
    /** What can be said. */
    public enum Verdict {
        /** More of the missing came in than elsewhere. */
        MORE,
        FEWER,
        /** The interval holds both. */
        NO_DIFFERENCE,
        TOO_FEW,
        /** The 14 days are not over. */
        TOO_EARLY,
        /** Every group of the unit was reached around these days. */
        NOBODY_TO_COMPARE
    }
}
