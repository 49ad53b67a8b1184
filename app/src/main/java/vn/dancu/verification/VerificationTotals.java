package vn.dancu.verification;

/**
 * Re-verification of one unit in figures, in forms: of a span of days, or of everything up to a day.
 *
 * @param unit code of the commune
 * @param planned forms that a plan picked within the span
 * @param confirmed forms whose last visit within the span found every asked item right
 * @param differed forms whose last visit within the span found an item wrong
 * @param notMet forms whose last visit within the span met nobody
 * @param wrongFound forms of which the first wrong item ever was found within the span
 */
public record VerificationTotals(String unit, int planned, int confirmed, int differed, int notMet, int wrongFound) {
    /** Confirmed and differed: somebody was asked at the door. */
    public int reverified() {
        return confirmed + differed;
    }
}
