package vn.dancu.shared.sample;

/**
 * Where a share of the whole lies, told from a sample: Wilson's score interval (1927) for a confidence of 95 %, narrowed
 * for a whole that is not endless (Cochran, Sampling Techniques, 2.6): a sample of everything tells the share itself.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /**
     * @param hits 0 to {@code sample}
     * @param sample how many were judged, 0 to {@code population}
     * @param population how many there are in all
     */
    public static Interval of(int hits, int sample, int population) {
        if (hits < 0 || hits > sample || sample > population) {
            throw new IllegalArgumentException("no such sample: " + hits + " of " + sample + " of " + population);
        }
        if (sample == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / sample;
        if (sample == population) {
            return new Interval(share, share);
        }
        double n = (double) sample * (population - 1) / (population - sample);
        double square = Z * Z;
        double middle = (share + square / (2 * n)) / (1 + square / n);
        double half = Z / (1 + square / n) * Math.sqrt(share * (1 - share) / n + square / (4 * n * n));
        // The whole holds at least the hits that were seen, and no more than what is left beside the misses.
        double least = (double) hits / population;
        double most = (double) (population - (sample - hits)) / population;
        return new Interval(Math.max(least, middle - half), Math.min(most, middle + half));
    }
}
