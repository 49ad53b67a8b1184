package vn.dancu.verification;

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
