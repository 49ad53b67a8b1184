package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits the pairs of blocks, keeping those that reach a bound with the first rule that gives them. One per thread. */
final class BlockVisitor {

    /** Candidates of one left row in one block; of more (a file of equal rows) the heaviest are kept. */
    static final int MOST_KEPT = 256;

    private final Joint joint;
    private final List<RuleKeys> rules;
    private final PairScore score;
    private final @Nullable Screen screen;
    private final double bound;
    private final int stride;
    private final long[] buffer = RuleKeys.buffer();
    private final long[] otherBuffer = RuleKeys.buffer();
    private final Side left = new Side();
    private final Side right = new Side();
    /** Pairs looked at. */
    private long visited;
    /** Of blocks of equal rows: pairs that reached the bound and were not kept. */
    private long leftAside;

    /** The entries of a bucket by their slot, and their rows side by side, because a block's rows lie all over the file. */
    private static final class Side {
        long[] entries = {};
        /** By slot: where its entries begin; one more at the end. */
        int[] begins = {};

        int[] cells = {};
        /** By entry: what the screen looks at. */
        long[] digits = {};

        long[] facts = {};

        /** So that the touch is not found to be for nothing. */
        int touched;

        /** A counting sort in a core's cache. */
        void sort(long[] all, int from, int to, int bucketBits, int mask) {
            int count = to - from;
            if (entries.length < count) {
                entries = new long[Math.max(count, entries.length * 2)];
            }
            if (begins.length < mask + 3) {
                begins = new int[mask + 3];
            } else {
                Arrays.fill(begins, 0, mask + 3, 0);
            }
            // Counted two places on, so that the begins are right when the entries are in their places.
            for (int n = from; n < to; n++) {
                begins[(RuleEntries.tag(all[n]) >>> bucketBits & mask) + 2]++;
            }
            for (int slot = 2; slot <= mask + 2; slot++) {
                begins[slot] += begins[slot - 1];
            }
            for (int n = from; n < to; n++) {
                entries[begins[(RuleEntries.tag(all[n]) >>> bucketBits & mask) + 1]++] = all[n];
            }
        }

        /** Fetches what the screen looks at: many at a time, without a question that would keep them waiting. */
        void look(long[] looks, int mask) {
            if (digits.length < begins[mask + 1]) {
                digits = new long[Math.max(begins[mask + 1], digits.length * 2)];
                facts = new long[digits.length];
            }
            for (int n = 0; n < begins[mask + 1]; n++) {
                int at = 2 * row(n);
                digits[n] = looks[at];
                facts[n] = looks[at + 1];
            }
        }

        int row(int n) {
            return RuleEntries.row(entries[n]);
        }

        /** Room for so many rows, from the first cell on. */
        void room(int rows, int stride) {
            if (cells.length < rows * stride) {
                cells = new int[Math.max(rows * stride, cells.length * 2)];
            }
        }

        /** Copies the rows that have somebody to be compared with. */
        void gather(Rows rows, Side other, int mask) {
            int stride = rows.stride;
            int needed = begins[mask + 1] * stride;
            if (cells.length < needed) {
                cells = new int[Math.max(needed, cells.length * 2)];
            }
            touched ^= rows.touch(entries, begins[mask + 1]);
            for (int slot = 0; slot <= mask; slot++) {
                if (other.begins[slot] != other.begins[slot + 1]) {
                    for (int n = begins[slot]; n < begins[slot + 1]; n++) {
                        rows.copy(RuleEntries.row(entries[n]), cells, n * stride);
                    }
                }
            }
        }
    }

    /** Pairs of entries that the screen let pass and that are still to be weighed. */
    private int[] waitingLeft = new int[WAITING + MOST_KEPT];

    private int[] waiting = new int[WAITING + MOST_KEPT];
    private int waitingCount;
    private static final int WAITING = 1 << 11;

    BlockVisitor(Joint joint, List<RuleKeys> rules, Weights weights, @Nullable Screen screen, double bound) {
        this.joint = joint;
        this.rules = rules;
        this.score = new PairScore(weights);
        this.screen = screen;
        this.bound = bound;
        this.stride = joint.layout.stride;
    }

    long visited() {
        return visited;
    }

    long leftAside() {
        return leftAside;
    }

    /** Visits a bucket's right entries and some of its left ones. */
    void visit(int r, Blocks blocks, int bucket, int leftFrom, int leftTo, Survivors kept) {
        int rightFrom = blocks.right().begin(bucket);
        int rightTo = blocks.right().begin(bucket + 1);
        if (leftFrom == leftTo || rightFrom == rightTo) {
            return;
        }
        int bits = RuleEntries.bucketBits(blocks.mask());
        int mask = Integer.highestOneBit(Math.max(leftTo - leftFrom, rightTo - rightFrom)) * 2 - 1;
        left.sort(blocks.left().entries(), leftFrom, leftTo, bits, mask);
        right.sort(blocks.right().entries(), rightFrom, rightTo, bits, mask);
        if (screen != null) {
            visitScreened(screen, r, mask, kept);
            return;
        }
        left.gather(joint.left, right, mask);
        right.gather(joint.right, left, mask);
        for (int slot = 0; slot <= mask; slot++) {
            int rightBegin = right.begins[slot];
            int rightEnd = right.begins[slot + 1];
            if (rightBegin < rightEnd) {
                score.room(rightEnd - rightBegin);
                for (int n = left.begins[slot]; n < left.begins[slot + 1]; n++) {
                    visitOne(r, n, rightBegin, rightEnd, kept);
                }
            }
        }
    }

    /** Most pairs are left by their numbers; the rows of the others are fetched many at a time. */
    private void visitScreened(Screen numbers, int r, int mask, Survivors kept) {
        left.look(numbers.left, mask);
        right.look(numbers.right, mask);
        for (int slot = 0; slot <= mask; slot++) {
            int rightBegin = right.begins[slot];
            int rightEnd = right.begins[slot + 1];
            for (int n = left.begins[slot]; n < left.begins[slot + 1] && rightBegin < rightEnd; n++) {
                screenOne(numbers, n, rightBegin, rightEnd);
                if (waitingCount > WAITING) {
                    weighWaiting(numbers, r, kept);
                }
            }
        }
        weighWaiting(numbers, r, kept);
    }

    private void screenOne(Screen numbers, int n, int rightBegin, int rightEnd) {
        int needed = waitingCount + rightEnd - rightBegin;
        if (waiting.length < needed) {
            waiting = Arrays.copyOf(waiting, Math.max(needed, waiting.length * 2));
            waitingLeft = Arrays.copyOf(waitingLeft, waiting.length);
        }
        long entry = left.entries[n];
        int i = RuleEntries.row(entry);
        long found = numbers.passing(
                entry,
                left.digits[n],
                right.entries,
                right.digits,
                rightBegin,
                rightEnd,
                joint.within() ? i : -1,
                waiting,
                waitingCount);
        visited += found >>> Integer.SIZE;
        int end = numbers.lifted(
                left.digits[n], left.facts[n], right.digits, right.facts, waiting, waitingCount, (int) found);
        // Of a crowd, which of the heaviest are kept is not to depend on what was kept before: it is marked.
        Arrays.fill(waitingLeft, waitingCount, end, end - waitingCount <= MOST_KEPT ? n : ~n);
        waitingCount = end;
    }

    /** Pairs that were kept before need not be weighed again. All at once, so that many looks are on their way together. */
    private void leaveKept(Screen numbers) {
        int count = 0;
        for (int at = 0; at < waitingCount; at++) {
            int n = waitingLeft[at];
            int e = waiting[at];
            waiting[count] = e;
            waitingLeft[count] = n < 0 ? ~n : n;
            count += n < 0 || !numbers.isKept(left.row(n), right.row(e)) ? 1 : 0;
        }
        waitingCount = count;
    }

    private void weighWaiting(Screen numbers, int r, Survivors kept) {
        leaveKept(numbers);
        for (int at = 0; at < waitingCount; at++) {
            left.touched ^= joint.left.touch(left.row(waitingLeft[at])) ^ joint.right.touch(right.row(waiting[at]));
        }
        left.room(1, stride);
        for (int at = 0; at < waitingCount; ) {
            int n = waitingLeft[at];
            int end = at + 1;
            while (end < waitingCount && waitingLeft[end] == n) {
                end++;
            }
            joint.left.copy(left.row(n), left.cells, 0);
            right.room(end - at, stride);
            score.room(end - at);
            for (int m = at; m < end; m++) {
                joint.right.copy(right.row(waiting[m]), right.cells, (m - at) * stride);
                score.rights[m - at] = (m - at) * stride;
                score.tags[m - at] = right.row(waiting[m]);
            }
            keep(r, left.row(n), 0, end - at, kept);
            at = end;
        }
        waitingCount = 0;
    }

    private void visitOne(int r, int n, int rightBegin, int rightEnd, Survivors kept) {
        boolean within = joint.within();
        long entry = left.entries[n];
        int tag = RuleEntries.tag(entry);
        int i = RuleEntries.row(entry);
        int count = 0;
        for (int e = rightBegin; e < rightEnd; e++) {
            long other = right.entries[e];
            if (RuleEntries.tag(other) == tag && !(within && RuleEntries.row(other) <= i)) {
                score.rights[count] = e * stride;
                score.tags[count++] = RuleEntries.row(other);
            }
        }
        if (count > 0) {
            visited += count;
            keep(r, i, n * stride, count, kept);
        }
    }

    private void keep(int r, int i, int at, int count, Survivors kept) {
        int reached = score.block(bound, left.cells, at, right.cells, count);
        leftAside += Math.max(0, reached - MOST_KEPT);
        double least = reached > MOST_KEPT ? heaviest(reached) : Double.NEGATIVE_INFINITY;
        int ties = MOST_KEPT;
        for (int n = 0; n < reached && reached > MOST_KEPT; n++) {
            score.take(n);
            ties -= score.total > least ? 1 : 0;
        }
        for (int n = 0; n < reached; n++) {
            score.take(n);
            boolean heavier = score.total > least;
            if ((heavier || (score.total == least && ties > 0)) && isFirst(r, at, score.rights[n])) {
                kept.add(i, score.tags[n], score);
                if (screen != null) {
                    screen.kept(i, score.tags[n]);
                }
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

    /** Whether the rule gives the pair indeed, by the whole keys, and no earlier one does. */
    private boolean isFirst(int r, int i, int j) {
        for (int earlier = 0; earlier < r; earlier++) {
            if (gives(earlier, i, j)) {
                return false;
            }
        }
        return gives(r, i, j);
    }

    private boolean gives(int r, int i, int j) {
        return rules.get(r).gives(left.cells, i, right.cells, j, buffer, otherBuffer);
    }
}
