package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;

/** Visits the pairs of blocks, keeping those that reach a bound with the first rule that gives them. One per thread. */
final class BlockVisitor {

    /** Rows of a side that are copied together: they stay in a core's cache. */
    private static final int GATHERED_ROWS = 1 << 11;
    /** Candidates of one left row in one block; of more (a file of equal rows) the heaviest are kept. */
    private static final int MOST_KEPT = 256;

    private final Joint joint;
    private final List<RuleKeys> rules;
    /** Pairs looked at. */
    private long visited;

    private final PairScore score;
    private final double bound;
    private final long[] buffer = RuleKeys.buffer();
    private final long[] otherBuffer = RuleKeys.buffer();

    BlockVisitor(Joint joint, List<RuleKeys> rules, Weights weights, double bound) {
        this.joint = joint;
        this.rules = rules;
        this.score = new PairScore(weights);
        this.bound = bound;
    }

    /** Rows of the blocks at hand, copied side by side, because a block's rows lie all over the file. */
    private int[] leftCells = new int[0];

    private int[] rightCells = new int[0];

    void visit(int r, Blocks blocks, int from, int to, Survivors kept) {
        int[] leftBegins = blocks.left().begins;
        int[] rightBegins = blocks.right().begins;
        int slot = from;
        while (slot < to) {
            int begin = slot;
            slot++;
            while (slot < to
                    && leftBegins[slot + 1] - leftBegins[begin] <= GATHERED_ROWS
                    && rightBegins[slot + 1] - rightBegins[begin] <= GATHERED_ROWS) {
                slot++;
            }
            leftCells = gathered(blocks.left(), blocks.right(), begin, slot, joint.left, leftCells);
            rightCells = gathered(blocks.right(), blocks.left(), begin, slot, joint.right, rightCells);
            visitGathered(r, blocks, begin, slot, kept);
        }
    }

    /** Only rows that have somebody to be compared with. */
    private int[] gathered(RuleEntries side, RuleEntries other, int from, int to, Rows rows, int[] buffer) {
        int stride = joint.layout.stride;
        int base = side.begins[from];
        int size = (side.begins[to] - base) * stride;
        int[] gathered = size <= buffer.length ? buffer : new int[Math.max(size, GATHERED_ROWS * stride)];
        for (int slot = from; slot < to; slot++) {
            if (other.begins[slot] == other.begins[slot + 1]) {
                continue;
            }
            for (int n = side.begins[slot]; n < side.begins[slot + 1]; n++) {
                rows.copy(side.rows[n], gathered, (n - base) * stride);
            }
        }
        return gathered;
    }

    private void visitGathered(int r, Blocks blocks, int from, int to, Survivors kept) {
        boolean within = joint.within();
        int stride = joint.layout.stride;
        int[] leftBegins = blocks.left().begins;
        int[] rightBegins = blocks.right().begins;
        int leftBase = leftBegins[from];
        int rightBase = rightBegins[from];
        long[] leftKeys = blocks.left().keys;
        long[] rightKeys = blocks.right().keys;
        int[] leftRows = blocks.left().rows;
        int[] rightRows = blocks.right().rows;
        long seen = 0;
        for (int slot = from; slot < to; slot++) {
            int leftEnd = leftBegins[slot + 1];
            int rightBegin = rightBegins[slot];
            int rightEnd = rightBegins[slot + 1];
            if (rightBegin == rightEnd) {
                continue;
            }
            score.room(rightEnd - rightBegin);
            for (int n = leftBegins[slot]; n < leftEnd; n++) {
                long key = leftKeys[n];
                int i = leftRows[n];
                int count = 0;
                for (int e = rightBegin; e < rightEnd; e++) {
                    if (rightKeys[e] == key && !(within && rightRows[e] <= i)) {
                        score.rights[count] = (e - rightBase) * stride;
                        score.tags[count++] = rightRows[e];
                    }
                }
                if (count > 0) {
                    seen += count;
                    keep(r, i, (n - leftBase) * stride, count, kept);
                }
            }
        }
        visited += seen;
    }

    private void keep(int r, int i, int at, int count, Survivors kept) {
        int reached = score.block(bound, leftCells, at, rightCells, count);
        double least = reached > MOST_KEPT ? heaviest(reached) : Double.NEGATIVE_INFINITY;
        int ties = MOST_KEPT;
        for (int n = 0; n < reached && reached > MOST_KEPT; n++) {
            score.take(n);
            ties -= score.total > least ? 1 : 0;
        }
        for (int n = 0; n < reached; n++) {
            score.take(n);
            boolean heavier = score.total > least;
            if ((heavier || (score.total == least && ties > 0)) && first(r, at, score.rights[n])) {
                kept.add(i, score.tags[n], score);
                ties -= heavier ? 0 : 1;
            }
        }
    }

    /** The weight that MOST_KEPT pairs of the last block have at least. */
    private double heaviest(int reached) {
        double[] totals = new double[reached];
        for (int n = 0; n < reached; n++) {
            score.take(n);
            totals[n] = score.total;
        }
        Arrays.sort(totals);
        return totals[reached - MOST_KEPT];
    }

    long visited() {
        return visited;
    }

    /** Whether no earlier rule gives the pair. */
    private boolean first(int r, int i, int j) {
        for (int earlier = 0; earlier < r; earlier++) {
            if (rules.get(earlier).gives(leftCells, i, rightCells, j, buffer, otherBuffer)) {
                return false;
            }
        }
        return true;
    }
}
