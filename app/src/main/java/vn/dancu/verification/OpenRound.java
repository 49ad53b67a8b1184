package vn.dancu.verification;

/**
 * A round of re-verification of one unit, with all that is set before anything is drawn.
 *
 * @param unit code of the commune
 * @param expected share of wrong forms that is expected, 0 to 1
 * @param margin how closely that share is to be known: half the interval's width, above 0
 * @param confidence of that interval, as .95
 */
public record OpenRound(
        String unit,
        String name,
        Round.Kind kind,
        boolean withContradictory,
        Limits limits,
        double expected,
        double margin,
        double confidence,
        long seed) {
    public OpenRound {
        if (!(expected >= 0 && expected <= 1 && margin > 0 && margin < 1 && confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("shares lie between 0 and 1");
        }
    }
}
