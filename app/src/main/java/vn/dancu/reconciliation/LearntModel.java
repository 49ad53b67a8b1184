package vn.dancu.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What linkage learnt from the whole city, to be looked at; holds no record.
 *
 * @param picture levels with their probabilities and weights, as SVG without a style of its own
 * @param text the same in words
 * @param curve what a threshold would give and cost, as SVG; empty where nothing is linked by this model
 * @param curveText the same in words
 * @param warnings in words, by key: {@code collapsed} or {@code crossing} with the comparison
 * @param report what linking told of itself; without rules and warnings where it told nothing
 */
public record LearntModel(
        String name,
        Instant trainedAt,
        String picture,
        String text,
        String curve,
        String curveText,
        List<Warning> warnings,
        LinkageReport report) {
    public LearntModel {
        warnings = List.copyOf(warnings);
    }

    /** @param what {@code collapsed}: the best level is seen in fewer than half of the pairs of one person; {@code crossing}: a
     *     later level weighs more than an earlier one by a bit and more
     * @param comparison as the model calls it */
    public record Warning(String what, String comparison) {}
}
