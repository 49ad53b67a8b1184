package vn.dancu.campaign;

import java.util.OptionalLong;

/**
 * The one rule of every rate of this campaign: distinct persons with a valid form, over persons who must be counted.
 * Sheets, spoiled, replaced and duplicate papers are counted beside it and never in it.
 *
 * @param persons with a valid form
 * @param toCount who must be counted; 0 where nobody has set a figure
 */
public record Coverage(long persons, long toCount) {
    /** More persons than there can be: both counts are printed, the rate is not. */
    public boolean isAbove() {
        return toCount > 0 && persons > toCount;
    }

    /** In thousandths, rounded down, so that 1000 is said only of all; empty where there is no rate to print. */
    public OptionalLong perMille() {
        return perMille(persons, toCount);
    }

    /** Still without a form; never below none. */
    public long missing() {
        return Math.max(0, toCount - persons);
    }

    /** Any part of a whole, by the same rule. */
    public static OptionalLong perMille(long part, long whole) {
        return whole <= 0 || part > whole ? OptionalLong.empty() : OptionalLong.of(Math.floorDiv(part * 1000, whole));
    }
}
