package vn.dancu.verification.domain;

/**
 * How many forms of a batch are visited, and how many wrong ones it may show and still be accepted: single sampling by
 * attributes (as ISO 2859-2 for isolated lots), reckoned exactly for the batch's own size.
 *
 * @param lot forms of the batch
 * @param sample forms to be visited; all of them where no smaller sample keeps both risks
 * @param mostWrong the batch is accepted with at most so many wrong forms in the sample
 * @param limits what was set beforehand
 */
public record AcceptancePlan(int lot, int sample, int mostWrong, Limits limits) {

    /**
     * What is set before anybody is visited.
     *
     * @param acceptable share of wrong forms at which a batch should pass, 0 to 1
     * @param producerRisk the probability that such a batch is sent back all the same
     * @param rejectable share of wrong forms at which a batch should be sent back, above {@code acceptable}
     * @param consumerRisk the probability that such a batch passes all the same
     */
    public record Limits(double acceptable, double producerRisk, double rejectable, double consumerRisk) {
        public Limits {
            if (!(acceptable >= 0 && acceptable < rejectable && rejectable <= 1)) {
                throw new IllegalArgumentException(
                        "the acceptable share must be below the rejectable one, both between 0 and 1");
            }
            if (!(producerRisk > 0 && producerRisk < .5 && consumerRisk > 0 && consumerRisk < .5)) {
                throw new IllegalArgumentException("a risk lies between 0 and one half");
            }
        }
    }

    /** The smallest sample that keeps both risks. */
    public static AcceptancePlan of(int lot, Limits limits) {
        if (lot < 0) {
            throw new IllegalArgumentException("a batch has no fewer than no forms: " + lot);
        }
        int good = (int) Math.floor(limits.acceptable() * lot);
        int bad = Math.min(lot, (int) Math.ceil(limits.rejectable() * lot));
        // A small batch may hold no number of wrong forms between the two shares: then only looking at all of it tells.
        if (good >= bad) {
            return new AcceptancePlan(lot, lot, good, limits);
        }
        int sample = 0;
        for (int most = 0; most <= good; most++) {
            sample = smallestSample(lot, bad, most, limits.consumerRisk(), sample);
            if (1 - new Hypergeometric(lot, good, sample).atMost(most) <= limits.producerRisk()) {
                return new AcceptancePlan(lot, sample, most, limits);
            }
        }
        return new AcceptancePlan(lot, lot, good, limits);
    }

    /** The smallest sample, {@code from} or more, in which a bad batch seldom shows so few. */
    private static int smallestSample(int lot, int bad, int most, double risk, int from) {
        int low = from;
        int high = lot;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (new Hypergeometric(lot, bad, middle).atMost(most) <= risk) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The probability that a batch with so many wrong forms is accepted. */
    public double acceptance(int wrong) {
        return new Hypergeometric(lot, wrong, sample).atMost(mostWrong);
    }

    /** Accepts, or sends the whole batch back for a full check. */
    public boolean accepts(int wrongInSample) {
        return wrongInSample <= mostWrong;
    }
}
