package vn.dancu.linkage;

import java.util.List;

/** The links of a left file with a right file. */
public final class LinkResult {

    public enum State {
        LINKED,
        /** In the other file beyond reasonable doubt, but which record it is cannot be told. */
        UNCERTAIN,
        NONE
    }

    /** How many pairs a rule gave; refused are pairs of blocks too large even after refinement. */
    public record RuleReport(String rule, long pairs, long refused) {}

    /** The right record of a left one, or -1. */
    public int match(int left) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Whether the record shares its match with a better left record: the two left records stand for one person. The better
     * one does not share.
     */
    public boolean sharesMatch(int left) {
        throw new UnsupportedOperationException("being built");
    }

    /** Match weight of the link (log2 odds including the prior), or of the best candidate, or negative infinity. */
    public double weight(int left) {
        throw new UnsupportedOperationException("being built");
    }

    /** Posterior probability of the link (or the best candidate) under one-to-one. */
    public double probability(int left) {
        throw new UnsupportedOperationException("being built");
    }

    public State state(int left) {
        throw new UnsupportedOperationException("being built");
    }

    /** Right records that may be the left one, best first; holds the match too. */
    public int[] candidates(int left) {
        throw new UnsupportedOperationException("being built");
    }

    /** Match weights of {@link #candidates}. */
    public double[] candidateWeights(int left) {
        throw new UnsupportedOperationException("being built");
    }

    public Parameters parameters() {
        throw new UnsupportedOperationException("being built");
    }

    public List<RuleReport> rules() {
        throw new UnsupportedOperationException("being built");
    }

    /** In words: weak training, columns that say nothing. */
    public List<String> warnings() {
        throw new UnsupportedOperationException("being built");
    }
}
