package vn.dancu.verification.domain;

/**
 * Drawing without putting back: {@code sample} of {@code lot} items, of which {@code wrong} are wrong.
 *
 * @param lot items in all, at least 0
 * @param wrong 0 to lot
 * @param sample 0 to lot
 */
record Hypergeometric(int lot, int wrong, int sample) {
    Hypergeometric {
        if (lot < 0 || wrong < 0 || wrong > lot || sample < 0 || sample > lot) {
            throw new IllegalArgumentException(
                    "no such draw: " + sample + " of " + lot + " with " + wrong + " wrong ones");
        }
    }

    /** The probability of at most {@code seen} wrong ones in the sample. */
    double atMost(int seen) {
        int least = Math.max(0, sample - (lot - wrong));
        int most = Math.min(wrong, sample);
        if (seen >= most) {
            return 1;
        }
        if (seen < least) {
            return 0;
        }
        // From one term to the next by their ratio: no sum of large logarithms.
        double term = Math.exp(logOf(least));
        double sum = term;
        for (int k = least; k < seen; k++) {
            term *= (double) (wrong - k) / (k + 1) * (sample - k) / (lot - wrong - sample + k + 1.0);
            sum += term;
        }
        return Math.min(1, sum);
    }

    private double logOf(int k) {
        return logChoose(wrong, k) + logChoose(lot - wrong, sample - k) - logChoose(lot, sample);
    }

    private static double logChoose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** Exact below 20, above it Stirling's series (error below 1e-12). */
    private static double logFactorial(int n) {
        if (n < 20) {
            double log = 0;
            for (int i = 2; i <= n; i++) {
                log += Math.log(i);
            }
            return log;
        }
        double x = n + 1.0;
        return (x - .5) * Math.log(x)
                - x
                + .5 * Math.log(2 * Math.PI)
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * Math.pow(x, 5));
    }
}
