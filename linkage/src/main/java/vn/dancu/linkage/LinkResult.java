package vn.dancu.linkage;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The links of a left file with a right file. */
public final class LinkResult {

    public enum State {
        LINKED,
        /** In the other file beyond reasonable doubt, but which record it is cannot be told. */
        UNCERTAIN,
        NONE
    }

    /** About how many pairs a rule gave; refused are pairs of blocks too large even after refinement. */
    public record RuleReport(String rule, long pairs, long refused) {}

    private final OneToOne.Outcome outcome;
    private final int[] begins;
    private final Ranked candidates;
    private final Parameters parameters;
    private final List<RuleReport> rules;
    private final List<Warning> warnings;

    LinkResult(
            OneToOne.Outcome outcome,
            Survivors survivors,
            double least,
            Parameters parameters,
            List<RuleReport> rules,
            List<Warning> warnings) {
        this.outcome = outcome;
        this.parameters = parameters;
        this.rules = List.copyOf(rules);
        this.warnings = List.copyOf(warnings);
        begins = new int[outcome.match.length + 1];
        for (int e = 0; e < survivors.size; e++) {
            if (survivors.weight(e) >= least) {
                begins[survivors.left(e) + 1]++;
            }
        }
        for (int i = 0; i < outcome.match.length; i++) {
            begins[i + 1] += begins[i];
        }
        candidates = Ranked.of(survivors, least, begins);
    }

    /** Where a record may have several partners: every pair from the threshold on is a link. */
    static LinkResult ofAllPairs(
            Survivors pairs,
            Joint joint,
            LinkOptions options,
            Parameters parameters,
            List<RuleReport> rules,
            List<Warning> warnings) {
        OneToOne.Outcome outcome = new OneToOne.Outcome(joint.leftSize, joint.rightSize);
        double linked = Parameters.weight(options.threshold());
        double[] best = new double[joint.rightSize];
        java.util.Arrays.fill(best, Double.NEGATIVE_INFINITY);
        double[] bestOfLeft = new double[joint.leftSize];
        java.util.Arrays.fill(bestOfLeft, Double.NEGATIVE_INFINITY);
        for (int e = 0; e < pairs.size; e++) {
            int i = pairs.left(e);
            int j = pairs.right(e);
            double weight = pairs.weight(e);
            if (weight > bestOfLeft[i]) {
                bestOfLeft[i] = weight;
                outcome.probability[i] = (float) Parameters.probability(weight);
                outcome.state[i] = weight >= linked ? State.LINKED : State.UNCERTAIN;
                outcome.match[i] = weight >= linked ? j : -1;
            }
            if (weight >= linked && weight > best[j]) {
                best[j] = weight;
                outcome.ofRight[j] = i;
            }
        }
        LinkResult result = new LinkResult(outcome, pairs, Double.NEGATIVE_INFINITY, parameters, rules, warnings);
        result.severalFrom = linked;
        return result;
    }

    /** Where records may have several partners: the least weight of a link. */
    private double severalFrom = Double.NaN;

    private long visited;

    LinkResult withVisited(long pairs) {
        visited = pairs;
        return this;
    }

    private @Nullable HouseholdEvidence households;

    LinkResult withHouseholds(@Nullable HouseholdEvidence last) {
        households = last;
        return this;
    }

    /** By which the links were decided last; null where households did not count. */
    @Nullable
    HouseholdEvidence households() {
        return households;
    }

    public int size() {
        return outcome.match.length;
    }

    /** The right record of a left one, or -1. */
    public int match(int left) {
        return outcome.match[left];
    }

    /**
     * Whether the record shares its match with a better left record: the two left records stand for one person. The better
     * one does not share.
     */
    public boolean sharesMatch(int left) {
        return outcome.shares[left];
    }

    /**
     * The left record of a right one, or -1. Also given for a second right record of the same person, which is nobody's
     * {@link #match}.
     */
    public int matchOfRight(int right) {
        return outcome.ofRight[right];
    }

    /** Match weight of the link (log2 odds including the prior), or of the best candidate, or negative infinity. */
    public double weight(int left) {
        int match = outcome.match[left];
        for (int at = begins[left]; at < begins[left + 1]; at++) {
            if (match < 0 || candidates.right(at) == match) {
                return candidates.weight(at);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** Probability of the link (or of the best candidate) under one-to-one. */
    public double probability(int left) {
        return outcome.probability[left];
    }

    public State state(int left) {
        return outcome.state[left];
    }

    /** Right records that may be the left one, best first; holds the match too. Of one block, the 256 heaviest at most. */
    public int[] candidates(int left) {
        return IntStream.range(begins[left], begins[left + 1])
                .map(candidates::right)
                .toArray();
    }

    /** Match weights of {@link #candidates}. */
    public double[] candidateWeights(int left) {
        double[] own = new double[begins[left + 1] - begins[left]];
        for (int n = 0; n < own.length; n++) {
            own[n] = candidates.weight(begins[left] + n);
        }
        return own;
    }

    /** The links, by left row. */
    public void forEachLink(PairSink sink) {
        forEachLink(0, size(), sink);
    }

    /** Those of left rows from one on, up to another. */
    public void forEachLink(int from, int to, PairSink sink) {
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(severalFrom)) {
                for (int at = begins[i]; at < begins[i + 1] && candidates.weight(at) >= severalFrom; at++) {
                    sink.pair(
                            i,
                            candidates.right(at),
                            candidates.weight(at),
                            Parameters.probability(candidates.weight(at)));
                }
            } else if (match(i) >= 0) {
                sink.pair(i, match(i), weight(i), probability(i));
            }
        }
    }

    /** The pairs that a person must decide: every candidate of an UNCERTAIN record, best first. */
    public void forEachUncertain(PairSink sink) {
        forEachUncertain(0, size(), sink);
    }

    /** Those of left rows from one on, up to another. */
    public void forEachUncertain(int from, int to, PairSink sink) {
        for (int i = from; i < to; i++) {
            boolean several = !Double.isNaN(severalFrom);
            if (several || state(i) == State.UNCERTAIN) {
                for (int at = begins[i]; at < begins[i + 1]; at++) {
                    if (several && candidates.weight(at) >= severalFrom) {
                        continue;
                    }
                    sink.pair(
                            i,
                            candidates.right(at),
                            candidates.weight(at),
                            Parameters.probability(candidates.weight(at)));
                }
            }
        }
    }

    /** Pairs that were looked at, those of several rules with each. */
    public long visitedPairs() {
        return visited;
    }

    public Parameters parameters() {
        return parameters;
    }

    public List<RuleReport> rules() {
        return rules;
    }

    /** Weak training, blocks refused. */
    public List<Warning> warnings() {
        return warnings;
    }
}
