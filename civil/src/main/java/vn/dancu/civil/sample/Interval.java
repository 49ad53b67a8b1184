package vn.dancu.civil.sample;

import java.util.List;

/** A share as seen in a sample, and the range that holds the true one at 95 %. */
public record Interval(double estimate, double low, double high) {

    /** Standard normal deviate of 97.5 %. */
    static final double Z = 1.959963984540054;

    private static final int HALVINGS = 60;

    /**
     * A part of the whole, sampled by itself.
     *
     * @param size of the part
     * @param sampled of it, without putting back
     * @param successes among the sampled
     */
    public record Stratum(long size, int sampled, int successes) {

        public Stratum {
            if (sampled < 0 || successes < 0 || successes > sampled || sampled > size) {
                throw new IllegalArgumentException("0 <= successes <= sampled <= size");
            }
        }
    }

    /** Wilson's score interval: E. B. Wilson, "Probable inference …", JASA 22 (1927). Without a sample, 0 to 1. */
    public static Interval wilson(int successes, int sampled) {
        return wilson(successes / (double) sampled, sampled, Z);
    }

    private static Interval wilson(double share, double n, double z) {
        if (n == 0) {
            return new Interval(Double.NaN, 0, 1);
        }
        double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * Math.sqrt(variance(share, n, z));
        return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** The variance that Wilson's half-width rests on; not 0 where no failure was seen. */
    private static double variance(double share, double n, double z) {
        double shrunk = 1 + z * z / n;
        return (share * (1 - share) / n + z * z / (4 * n * n)) / (shrunk * shrunk);
    }

    /** The exact interval: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits …", Biometrika 26 (1934). */
    public static Interval clopperPearson(int successes, int sampled) {
        if (sampled == 0) {
            return new Interval(Double.NaN, 0, 1);
        }
        double low = successes == 0 ? 0 : root(p -> atLeast(successes, sampled, p) < .025);
        double high = successes == sampled ? 1 : root(p -> 1 - atLeast(successes + 1, sampled, p) > .025);
        return new Interval(successes / (double) sampled, low, high);
    }

    /** Where a claim that holds from 0 on ceases to. */
    private static double root(java.util.function.DoublePredicate holds) {
        double low = 0;
        double high = 1;
        for (int n = 0; n < HALVINGS; n++) {
            double middle = (low + high) / 2;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Probability of so many successes or more. */
    private static double atLeast(int successes, int sampled, double p) {
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= sampled; k++) {
            if (k >= successes) {
                sum += Math.exp(logChoose + k * Math.log(p) + (sampled - k) * Math.log1p(-p));
            }
            logChoose += Math.log((sampled - k) / (k + 1.0));
        }
        return sum;
    }

    /**
     * The share of the whole from its strata: Wilson's intervals of the strata, each at a deviate small enough that together
     * they hold at 95 %. After X. Yan and X. G. Su, "Stratified Wilson and Newcombe confidence intervals for multiple binomial
     * proportions", Statistics in Biopharmaceutical Research 2 (2010), with Wilson's variances in place of p (1 − p) / n, so
     * that strata without a failure count. A stratum that was sampled to its end is known; of others the sample counts for
     * n (N − 1) / (N − n) (finite population, W. G. Cochran, Sampling Techniques, 1977). A stratum not sampled at all may hold
     * anything, and has no part in the estimate.
     */
    public static Interval stratified(List<Stratum> strata) {
        double all = strata.stream().mapToLong(Stratum::size).sum();
        double seen = strata.stream()
                .filter(stratum -> stratum.sampled() > 0)
                .mapToLong(Stratum::size)
                .sum();
        double squares = 0;
        double sum = 0;
        double estimate = 0;
        for (Stratum stratum : strata) {
            double weight = stratum.size() / all;
            if (stratum.sampled() > 0) {
                double share = stratum.successes() / (double) stratum.sampled();
                estimate += stratum.size() / seen * share;
                if (stratum.sampled() < stratum.size()) {
                    double variance = variance(share, counting(stratum), Z);
                    squares += weight * weight * variance;
                    sum += weight * Math.sqrt(variance);
                }
            }
        }
        double z = sum == 0 ? 0 : Z * Math.sqrt(squares) / sum;
        double low = 0;
        double high = 0;
        for (Stratum stratum : strata) {
            double weight = stratum.size() / all;
            double share = stratum.successes() / (double) stratum.sampled();
            boolean whole = stratum.sampled() == stratum.size();
            Interval own = whole ? new Interval(share, share, share) : wilson(share, counting(stratum), z);
            if (stratum.size() > 0) {
                low += weight * own.low();
                high += weight * own.high();
            }
        }
        return new Interval(seen == 0 ? Double.NaN : estimate, all == 0 ? 0 : low, all == 0 ? 1 : Math.min(1, high));
    }

    /**
     * The share of a whole that one sample was drawn from, without putting back. The whole holds at least the successes that
     * were seen, and no more than what is left beside the failures.
     *
     * @param successes 0 to {@code sampled}
     * @param sampled 0 to {@code size}
     * @param size of the whole
     */
    public static Interval of(int successes, int sampled, int size) {
        Interval interval = stratified(List.of(new Stratum(size, sampled, successes)));
        if (sampled == 0) {
            return interval;
        }
        double least = successes / (double) size;
        double most = (size - (sampled - successes)) / (double) size;
        return new Interval(interval.estimate(), Math.max(least, interval.low()), Math.min(most, interval.high()));
    }

    private static double counting(Stratum stratum) {
        double n = stratum.sampled();
        return n == 0 ? 0 : n * (stratum.size() - 1.0) / (stratum.size() - n);
    }
}
