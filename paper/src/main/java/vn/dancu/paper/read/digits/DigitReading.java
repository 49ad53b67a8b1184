package vn.dancu.paper.read.digits;

/**
 * What one sign was read as.
 *
 * @param probabilities of the ten digits, then of "no digit"; calibrated, together 1
 * @param accepted whether the most likely one is a digit, and likely enough to stand alone
 */
public record DigitReading(double[] probabilities, boolean accepted) {
    public DigitReading {
        if (probabilities.length != DigitNet.CLASSES) {
            throw new IllegalArgumentException("ten digits and none");
        }
    }

    /** The most likely digit, 0 to 9, however unlikely. */
    public int digit() {
        int best = 0;
        for (int d = 1; d < DigitNet.NONE; d++) {
            if (probabilities[d] > probabilities[best]) {
                best = d;
            }
        }
        return best;
    }

    /** That the sign is {@link #digit()}. */
    public double confidence() {
        return probabilities[digit()];
    }

    /** That it is none: struck out, two in one box, a scribble. */
    public double none() {
        return probabilities[DigitNet.NONE];
    }
}
