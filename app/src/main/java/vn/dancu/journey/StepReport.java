package vn.dancu.journey;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/**
 * How a step ended for every form of a set: it advanced, or it was refused for the first reason that holds.
 *
 * @param advanced forms that took the step
 * @param refused the others, by reason; no empty sets
 */
public record StepReport(Step step, FormSet advanced, Map<Refusal, FormSet> refused) {
    public StepReport {
        Map<Refusal, FormSet> kept = new EnumMap<>(Refusal.class);
        refused.forEach((why, forms) -> {
            if (!forms.isEmpty()) {
                kept.put(why, forms);
            }
        });
        refused = Map.copyOf(kept);
    }

    public boolean allAdvanced() {
        return refused.isEmpty();
    }

    public int refusedCount() {
        return refused.values().stream().mapToInt(FormSet::size).sum();
    }

    public Optional<Refusal> refusalOf(FormId form) {
        return refused.entrySet().stream()
                .filter(entry -> entry.getValue().contains(form))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
