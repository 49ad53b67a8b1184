package vn.dancu.reconciliation;

import java.util.List;

/**
 * What a form and an entry weigh together, to be looked at.
 *
 * @param weight log2 odds of their being one person, the prior included
 * @param steps what the weight is made of, in words: the picture for who cannot see it
 * @param picture the waterfall as SVG without a style of its own; holds no value of a record
 */
public record PairWeight(Source source, double weight, List<String> steps, String picture) {
    public PairWeight {
        steps = List.copyOf(steps);
    }
}
