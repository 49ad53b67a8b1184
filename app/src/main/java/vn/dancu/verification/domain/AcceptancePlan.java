package vn.dancu.verification.domain;

import vn.dancu.verification.Limits;

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

    /**
     * The rule for a sample of at least so many: as many wrong ones as the consumer's risk bears. A sample that would break the
     * producer's risk grows until it keeps both.
     */
    public static AcceptancePlan ofSample(int lot, int wanted, Limits limits) {
        AcceptancePlan smallest = of(lot, limits);
        if (wanted <= smallest.sample() || smallest.sample() == lot) {
            return smallest;
        }
        int good = (int) Math.floor(limits.acceptable() * lot);
        int bad = Math.min(lot, (int) Math.ceil(limits.rejectable() * lot));
        for (int sample = Math.min(wanted, lot); sample < lot; sample++) {
            Hypergeometric ofBad = new Hypergeometric(lot, bad, sample);
            int most = smallest.mostWrong();
            while (most < good && ofBad.atMost(most + 1) <= limits.consumerRisk()) {
                most++;
            }
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
