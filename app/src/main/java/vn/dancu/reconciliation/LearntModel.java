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
 * @param report what linking told of itself; without rules and warnings where it told nothing
 * @param warnings those of the report, in the language asked for
 */
public record LearntModel(
        String name,
        Instant trainedAt,
        String picture,
        String text,
        String curve,
        String curveText,
        LinkageReport report,
        List<String> warnings) {}
