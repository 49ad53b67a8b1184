package vn.dancu.linkage.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far two persons agree who looked at the same pairs without knowing of each other.
 *
 * @param pairs both looked at
 * @param observed share on which they agree
 * @param kappa agreement beyond chance, 1 when complete: J. Cohen, "A coefficient of agreement for nominal scales",
 *     Educational and Psychological Measurement 20 (1960). Where nearly all pairs are alike it is low by nature: read it with
 *     {@code observed}. NaN without pairs
 */
public record Agreement(int pairs, double observed, double kappa) {

    public record Both(Answer first, Answer second) {}

    public static Agreement of(List<Both> looked) {
        Map<Answer, Double> first = new EnumMap<>(Answer.class);
        Map<Answer, Double> second = new EnumMap<>(Answer.class);
        double same = 0;
        for (Both both : looked) {
            first.merge(both.first(), 1.0, Double::sum);
            second.merge(both.second(), 1.0, Double::sum);
            same += both.first() == both.second() ? 1 : 0;
        }
        int n = looked.size();
        double chance = 0;
        for (Answer answer : Answer.values()) {
            chance += first.getOrDefault(answer, 0.0) / n * (second.getOrDefault(answer, 0.0) / n);
        }
        double observed = same / n;
        double kappa = observed == 1 ? 1 : (observed - chance) / (1 - chance);
        return new Agreement(n, observed, kappa);
    }
}
