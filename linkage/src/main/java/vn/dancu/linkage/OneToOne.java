package vn.dancu.linkage;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is linked with whom. Candidates fall into components; in each, records of one side that are one person (told by
 * the caller, or by their own comparison) count as one, and the rest is decided by exact probabilities under one-to-one.
 */
final class OneToOne {

    static final class Outcome {
        final int[] match;
        final float[] probability;
        final LinkResult.State[] state;
        /** A left record that is a double of a better one with the same match. */
        final boolean[] shares;
        /** The left record of a right one, or -1; also of a double of the linked right record. */
        final int[] ofRight;

        Outcome(int lefts, int rights) {
            match = new int[lefts];
            probability = new float[lefts];
            state = new LinkResult.State[lefts];
            shares = new boolean[lefts];
            ofRight = new int[rights];
            Arrays.fill(match, -1);
            Arrays.fill(ofRight, -1);
            Arrays.fill(state, LinkResult.State.NONE);
        }
    }

    /** Candidates below this weight (odds 1 to 16) change nothing. */
    private static final double EDGE = -4;

    /** Pairs of rows up to which a component is decided by all its matchings. */
    private static final long LARGEST_COMPONENT = 4096;

    /** Bits: the sum of a file's odds stays finite. */
    private static final double MOST_ODDS = 900;

    private final Joint joint;
    private final LinkOptions options;
    private final Doubles doubles;
    private final double linkWeight;

    OneToOne(Joint joint, Weights weights, LinkOptions options, @Nullable Clusters lefts, @Nullable Clusters rights) {
        this.joint = joint;
        this.options = options;
        this.doubles = new Doubles(joint, weights, lefts, rights);
        this.linkWeight = Parameters.log2(options.threshold() / (1 - options.threshold()));
    }

    Outcome decide(Survivors candidates) {
        Outcome outcome = new Outcome(joint.leftSize, joint.rightSize);
        Groups nodes = new Groups(joint.leftSize + joint.rightSize);
        // Candidates ascend by left row; those of a row stand between two of these.
        int[] rows = new int[joint.leftSize + 1];
        for (int e = 0; e < candidates.size; e++) {
            int i = candidates.left(e);
            rows[i + 1] = e + 1;
            if (candidates.weight(e) >= EDGE) {
                nodes.join(i, joint.leftSize + candidates.right(e));
            }
        }
        for (int i = 0; i < joint.leftSize; i++) {
            rows[i + 1] = Math.max(rows[i], rows[i + 1]);
        }
        // A component is led by its first left row: a counting sort of the left rows by leader.
        int[] begins = new int[joint.leftSize + 1];
        int[] leaders = new int[joint.leftSize];
        for (int i = 0; i < joint.leftSize; i++) {
            leaders[i] = rows[i] == rows[i + 1] ? i : nodes.root(i);
            begins[leaders[i] + 1]++;
        }
        for (int i = 0; i < joint.leftSize; i++) {
            begins[i + 1] += begins[i];
        }
        int[] members = new int[joint.leftSize];
        int[] next = begins.clone();
        for (int i = 0; i < joint.leftSize; i++) {
            members[next[leaders[i]]++] = i;
        }
        for (int leader = 0; leader < joint.leftSize; leader++) {
            if (begins[leader] < begins[leader + 1] && rows[leader] < rows[leader + 1]) {
                int[] edges = edges(candidates, rows, members, begins[leader], begins[leader + 1]);
                if (edges.length == 1) {
                    alone(candidates, edges[0], outcome);
                } else if (edges.length > 1) {
                    component(candidates, edges, outcome);
                }
            }
        }
        return outcome;
    }

    /** The candidates that count of some left rows, ascending. */
    private static int[] edges(Survivors candidates, int[] rows, int[] members, int from, int to) {
        int count = 0;
        for (int n = from; n < to; n++) {
            for (int e = rows[members[n]]; e < rows[members[n] + 1]; e++) {
                count += candidates.weight(e) >= EDGE ? 1 : 0;
            }
        }
        int[] edges = new int[count];
        count = 0;
        for (int n = from; n < to; n++) {
            for (int e = rows[members[n]]; e < rows[members[n] + 1]; e++) {
                if (candidates.weight(e) >= EDGE) {
                    edges[count++] = e;
                }
            }
        }
        return edges;
    }

    /** Most components are one pair that nobody disputes. */
    private void alone(Survivors candidates, int e, Outcome outcome) {
        int i = candidates.left(e);
        double probability = Parameters.probability(candidates.weight(e));
        outcome.probability[i] = (float) probability;
        if (probability >= options.threshold()) {
            outcome.state[i] = LinkResult.State.LINKED;
            outcome.match[i] = candidates.right(e);
            outcome.ofRight[candidates.right(e)] = i;
        } else if (probability >= options.uncertainFrom()) {
            outcome.state[i] = LinkResult.State.UNCERTAIN;
        }
    }

    private void component(Survivors candidates, int[] edges, Outcome outcome) {
        int[] lefts = distinct(candidates::left, edges);
        int[] rights = distinct(candidates::right, edges);
        if ((long) lefts.length * rights.length > LARGEST_COMPONENT) {
            large(candidates, edges, lefts, rights, outcome);
            return;
        }
        int[] leftGroup = lefts.length == 1 ? new int[1] : doubles.lefts(candidates, edges, lefts, linkWeight);
        int[] rightGroup = rights.length == 1 ? new int[1] : doubles.rights(candidates, edges, rights, linkWeight);
        int leftGroups = groups(leftGroup);
        int rightGroups = groups(rightGroup);
        double[][] weights = new double[leftGroups][rightGroups];
        int[][] best = new int[leftGroups][rightGroups];
        for (double[] row : weights) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int e : edges) {
            int i = leftGroup[Arrays.binarySearch(lefts, candidates.left(e))];
            int j = rightGroup[Arrays.binarySearch(rights, candidates.right(e))];
            if (candidates.weight(e) > weights[i][j]) {
                weights[i][j] = candidates.weight(e);
                best[i][j] = e;
            }
        }
        double[][] probabilities = Matchings.probabilities(weights);
        int[] decided = Arrays.stream(probabilities).mapToInt(this::decided).toArray();
        for (int g = 0; g < leftGroups; g++) {
            int to = isDisputed(probabilities, decided, g) ? -1 : decided[g];
            LinkResult.State state = to >= 0 ? LinkResult.State.LINKED : undecided(probabilities[g]);
            double likeliest = 0;
            for (double probability : probabilities[g]) {
                likeliest = Math.max(likeliest, probability);
            }
            for (int n = 0; n < lefts.length; n++) {
                if (leftGroup[n] == g) {
                    outcome.state[lefts[n]] = state;
                    outcome.probability[lefts[n]] = (float) likeliest;
                }
            }
            if (to >= 0) {
                link(candidates, edges, lefts, leftGroup, rights, rightGroup, g, to, best[g][to], outcome);
            }
        }
    }

    /**
     * A component of many rows, as where a whole file says one and the same: every pair against all that claim its left or its
     * right row, without a matrix of all with all.
     */
    private void large(Survivors candidates, int[] edges, int[] lefts, int[] rights, Outcome outcome) {
        double[] byLeft = new double[lefts.length];
        double[] byRight = new double[rights.length];
        int[] leftOf = new int[edges.length];
        int[] rightOf = new int[edges.length];
        for (int n = 0; n < edges.length; n++) {
            leftOf[n] = Arrays.binarySearch(lefts, candidates.left(edges[n]));
            rightOf[n] = Arrays.binarySearch(rights, candidates.right(edges[n]));
            double odds = odds(candidates.weight(edges[n]));
            byLeft[leftOf[n]] += odds;
            byRight[rightOf[n]] += odds;
        }
        double[] best = new double[lefts.length];
        double[] second = new double[lefts.length];
        double[] sum = new double[lefts.length];
        int[] bestRight = new int[lefts.length];
        for (int n = 0; n < edges.length; n++) {
            int i = leftOf[n];
            double odds = odds(candidates.weight(edges[n]));
            double rivals = Math.max(0, byLeft[i] - odds) + Math.max(0, byRight[rightOf[n]] - odds);
            double probability = odds / (1 + odds + rivals);
            sum[i] += probability;
            if (probability > best[i]) {
                second[i] = best[i];
                best[i] = probability;
                bestRight[i] = rights[rightOf[n]];
            } else {
                second[i] = Math.max(second[i], probability);
            }
        }
        int[] claims = new int[rights.length];
        for (int i = 0; i < lefts.length; i++) {
            if (isDecided(best[i], second[i])) {
                claims[Arrays.binarySearch(rights, bestRight[i])]++;
            }
        }
        for (int i = 0; i < lefts.length; i++) {
            outcome.probability[lefts[i]] = (float) best[i];
            // What somebody must be linked to is uncertain even where every single claim is weak.
            boolean somewhere = Math.max(sum[i], byLeft[i] / (1 + byLeft[i])) >= options.uncertainFrom();
            outcome.state[lefts[i]] = somewhere ? LinkResult.State.UNCERTAIN : LinkResult.State.NONE;
            if (isDecided(best[i], second[i]) && claims[Arrays.binarySearch(rights, bestRight[i])] == 1) {
                outcome.state[lefts[i]] = LinkResult.State.LINKED;
                outcome.match[lefts[i]] = bestRight[i];
                outcome.ofRight[bestRight[i]] = lefts[i];
            }
        }
    }

    private static double odds(double weight) {
        return Math.pow(2, Math.min(MOST_ODDS, weight));
    }

    private static int[] distinct(IntUnaryOperator side, int[] edges) {
        int[] rows = new int[edges.length];
        for (int n = 0; n < edges.length; n++) {
            rows[n] = side.applyAsInt(edges[n]);
        }
        Arrays.sort(rows);
        int count = 0;
        for (int n = 0; n < rows.length; n++) {
            if (n == 0 || rows[n] != rows[n - 1]) {
                rows[count++] = rows[n];
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static int groups(int[] groupOfRow) {
        int most = 0;
        for (int group : groupOfRow) {
            most = Math.max(most, group);
        }
        return most + 1;
    }

    private int decided(double[] probabilities) {
        int best = 0;
        double second = 0;
        for (int j = 1; j < probabilities.length; j++) {
            if (probabilities[j] > probabilities[best]) {
                second = probabilities[best];
                best = j;
            } else {
                second = Math.max(second, probabilities[j]);
            }
        }
        return isDecided(probabilities[best], second) ? best : -1;
    }

    private boolean isDecided(double best, double second) {
        return best >= options.threshold() && isAhead(best, second);
    }

    /** By more than rounding, so that no tie has a winner. */
    private boolean isAhead(double best, double second) {
        return best > second * Math.pow(2, options.uncertainMargin()) * (1 + 1e-9);
    }

    /** Below a threshold of a half, two lefts may each be likely enough for one right. */
    private boolean isDisputed(double[][] probabilities, int[] decided, int g) {
        for (int h = 0; decided[g] >= 0 && h < decided.length; h++) {
            boolean rival = h != g && decided[h] == decided[g];
            if (rival && !isAhead(probabilities[g][decided[g]], probabilities[h][decided[g]])) {
                return true;
            }
        }
        return false;
    }

    private LinkResult.State undecided(double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            sum += probability;
        }
        return sum >= options.uncertainFrom() ? LinkResult.State.UNCERTAIN : LinkResult.State.NONE;
    }

    /** Links the best pair of two groups; the others of the left group share its match where they have grounds of their own. */
    private void link(
            Survivors candidates,
            int[] edges,
            int[] lefts,
            int[] leftGroup,
            int[] rights,
            int[] rightGroup,
            int from,
            int to,
            int best,
            Outcome outcome) {
        outcome.match[candidates.left(best)] = candidates.right(best);
        for (int n = 0; n < rights.length; n++) {
            if (rightGroup[n] == to) {
                outcome.ofRight[rights[n]] = candidates.left(best);
            }
        }
        for (int n = 0; n < lefts.length; n++) {
            if (leftGroup[n] != from || lefts[n] == candidates.left(best)) {
                continue;
            }
            int own = -1;
            for (int e : edges) {
                boolean fits = candidates.left(e) == lefts[n]
                        && rightGroup[Arrays.binarySearch(rights, candidates.right(e))] == to;
                if (fits && (own < 0 || candidates.weight(e) > candidates.weight(own))) {
                    own = e;
                }
            }
            if (own >= 0 && candidates.weight(own) >= linkWeight) {
                outcome.match[lefts[n]] = candidates.right(own);
                outcome.shares[lefts[n]] = true;
            } else {
                outcome.state[lefts[n]] = LinkResult.State.NONE;
            }
        }
    }
}
