package vn.dancu.verification.domain;

/** How many forms of a unit are visited to know its error rate as closely as wished (Cochran, Sampling Techniques, ch. 4). */
public final class SampleSize {
    private SampleSize() {}

    /**
     * @param population forms of the unit
     * @param expectedErrorRate what is expected beforehand, 0 to 1; .5 where nothing is known
     * @param margin half the width of the interval, above 0
     * @param confidence 0 to 1, as .95
     * @return between 0 and the population
     */
    public static int of(int population, double expectedErrorRate, double margin, double confidence) {
        if (population < 0) {
            throw new IllegalArgumentException("a unit has no fewer than no forms: " + population);
        }
        if (!(expectedErrorRate >= 0 && expectedErrorRate <= 1)) {
            throw new IllegalArgumentException("an error rate lies between 0 and 1: " + expectedErrorRate);
        }
        if (!(margin > 0 && margin < 1) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("margin and confidence lie between 0 and 1");
        }
        if (population == 0) {
            return 0;
        }
        double z = normalQuantile(.5 + confidence / 2);
        // A rate of 0 or 1 would need no visit at all to be known; nobody knows that beforehand.
        double rate = Math.min(Math.max(expectedErrorRate, margin / 2), 1 - margin / 2);
        double infinite = z * z * rate * (1 - rate) / (margin * margin);
        return (int) Math.min(population, Math.ceil(infinite / (1 + (infinite - 1) / population)));
    }

    /** Acklam's rational approximation (relative error below 1.2e-9). */
    static double normalQuantile(double p) {
        double low = .02425;
        double x;
        if (p < low) {
            double q = Math.sqrt(-2 * Math.log(p));
            x = tail(q);
        } else if (p > 1 - low) {
            double q = Math.sqrt(-2 * Math.log(1 - p));
            x = -tail(q);
        } else {
            double q = p - .5;
            double r = q * q;
            x = (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                                                            + 1.383577518672690e+02)
                                                    * r
                                            - 3.066479806614716e+01)
                                    * r
                            + 2.506628277459239e+00)
                    * q
                    / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                                                            + 6.680131188771972e+01)
                                                    * r
                                            - 1.328068155288572e+01)
                                    * r
                            + 1);
        }
        return x;
    }

    private static double tail(double q) {
        return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                                                        - 2.549732539343734e+00)
                                                * q
                                        + 4.374664141464968e+00)
                                * q
                        + 2.938163982698783e+00)
                / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                                        + 3.754408661907416e+00)
                                * q
                        + 1);
    }
}
