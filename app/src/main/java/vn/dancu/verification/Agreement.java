package vn.dancu.verification;

import java.util.List;
import vn.dancu.civil.sample.Interval;

/**
 * What the sample that counts says of the lot: item by item and collector by collector, each with the bounds between which the
 * share of right ones lies among all with a confidence of 95 %.
 *
 * @param whole forms without a wrong item
 * @param byField by column of the form, the worst first
 * @param byCollector forms by whoever collected them, the worst first; the empty login where the form names nobody
 */
public record Agreement(Rate whole, List<Rate> byField, List<Rate> byCollector) {
    public Agreement {
        byField = List.copyOf(byField);
        byCollector = List.copyOf(byCollector);
    }

    /** How many were right of how many asked. */
    public record Rate(String name, int right, int asked, double low, double high) {
        static Rate of(String name, int right, int asked, int population) {
            Interval interval = Interval.of(right, asked, Math.max(population, asked));
            return new Rate(name, right, asked, interval.low(), interval.high());
        }

        double share() {
            return asked == 0 ? 1 : (double) right / asked;
        }
    }
}
