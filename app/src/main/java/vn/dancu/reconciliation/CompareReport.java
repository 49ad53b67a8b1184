package vn.dancu.reconciliation;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a comparison came to.
 *
 * @param compared forms that have a comparison now
 * @param outcomes how many of them came to each outcome
 * @param duplicateClusters persons with more than one form
 */
public record CompareReport(int compared, Map<Outcome, Integer> outcomes, int duplicateClusters) {
    public CompareReport {
        EnumMap<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome, outcomes.getOrDefault(outcome, 0));
        }
        outcomes = Map.copyOf(all);
    }

    public int of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
