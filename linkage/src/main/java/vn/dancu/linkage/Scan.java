package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Visits the pairs that the blocking rules give, rule by rule and block by block, and keeps those that reach a bound. A pair
 * is kept once, however many rules give it: with the first of them. Threads take runs of blocks; the result does not depend on their number.
 */
final class Scan {

    /** Pairs a rule with refinements may give for each row of both files, on average; above it, its largest blocks are split. */
    private static final long PAIRS_PER_ROW = 30;

    private static final long LARGEST_BLOCK = 1_000_000;
    private static final long SMALLEST_LIMIT = 2_000;
    /** Pairs and slots to a task, so that threads end together and can be stopped. */
    private static final long TASK_PAIRS = 400_000;

    private static final int TASK_SLOTS = 1 << 17;

    private final Joint joint;
    private final LinkOptions options;
    private final Workers workers;
    final List<RuleKeys> rules;
    /** By rule, of the last run over all left rows: pairs visited (those of several rules with each), and left out. */
    final long[] pairs;

    final long[] leftOut;
    private boolean estimated;

    Scan(Joint joint, LinkOptions options) {
        this.joint = joint;
        this.options = options;
        this.workers = new Workers(options);
        this.rules = workers.run(
                joint.model.rules().size(),
                rule -> new RuleKeys(joint, joint.model.rules().get(rule)));
        this.pairs = new long[rules.size()];
        this.leftOut = new long[rules.size()];
    }

    /** One rule's rows of both sides, in blocks. */
    private record Blocks(RuleEntries left, RuleEntries right, int mask) {}

    /**
     * Counts the pairs of every rule, splitting blocks that are too large, before any pair is made.
     *
     * @throws LinkageException naming the rule, where they are more than the options allow
     */
    void estimate() {
        for (int r = 0; r < rules.size(); r++) {
            splitLargeBlocks(r);
            options.progress().at("count", r + 1, rules.size());
        }
        estimated = true;
        refuseTooMany();
    }

    List<LinkResult.RuleReport> reports() {
        List<LinkResult.RuleReport> reports = new ArrayList<>();
        for (int r = 0; r < pairs.length; r++) {
            reports.add(new LinkResult.RuleReport(rules.get(r).rule.name(), pairs[r], leftOut[r]));
        }
        return reports;
    }

    List<String> warnings() {
        return reports().stream()
                .filter(report -> report.refused() > 0)
                .map(report -> "blocking rule " + report.rule() + " left out " + report.refused()
                        + " pairs of blocks too large")
                .toList();
    }

    private void refuseTooMany() {
        long all = 0;
        int most = 0;
        for (int r = 0; r < pairs.length; r++) {
            all += pairs[r];
            most = pairs[r] > pairs[most] ? r : most;
        }
        if (all > options.mostPairs()) {
            String rule = rules.get(most).rule.name();
            throw new LinkageException(
                    String.format(
                            "Quy tắc chặn «%s» tạo ra %,d cặp (cả thảy %,d, giới hạn %,d). Hãy thêm một cột vào quy tắc, "
                                    + "thêm «then: …», hoặc «large-blocks: leave-out»; hoặc nâng --max-pairs.",
                            rule, pairs[most], all, options.mostPairs()),
                    String.format(
                            "Blocking rule \"%s\" would give %,d pairs (%,d in all, the limit is %,d). Add a column to the "
                                    + "rule, add \"then: …\" or \"large-blocks: leave-out\", or raise --max-pairs.",
                            rule, pairs[most], all, options.mostPairs()));
        }
    }

    private void splitLargeBlocks(int r) {
        RuleKeys rule = rules.get(r);
        if (!rule.usable) {
            return;
        }
        boolean bounded = rule.canSplit() || rule.rule.leaveOutLarge();
        long budget = PAIRS_PER_ROW * ((long) joint.leftSize + joint.rightSize) + LARGEST_BLOCK;
        Blocks blocks = entries(r, null);
        while (true) {
            int[] leftCounts = blocks.left.counts(blocks.mask);
            int[] rightCounts = joint.within() ? leftCounts : blocks.right.counts(blocks.mask);
            long limit = bounded ? LARGEST_BLOCK : Long.MAX_VALUE;
            long kept = kept(leftCounts, rightCounts, limit);
            while (bounded && kept > budget && limit > SMALLEST_LIMIT) {
                limit /= 2;
                kept = kept(leftCounts, rightCounts, limit);
            }
            BitSet large = new BitSet();
            long left = 0;
            for (int slot = 0; slot <= blocks.mask; slot++) {
                long block = product(leftCounts[slot], rightCounts[slot]);
                if (block > limit) {
                    large.set(slot);
                    left += block;
                }
            }
            pairs[r] = kept;
            if (large.isEmpty()) {
                return;
            }
            if (!rule.canSplit() && !rule.rule.leaveOutLarge()) {
                pairs[r] = kept + left;
                return;
            }
            leftOut[r] = rule.canSplit() ? 0 : left;
            boolean last = !rule.canSplit();
            rule.split(large, blocks.mask);
            if (last) {
                return;
            }
            blocks = entries(r, null);
        }
    }

    private long product(int left, int right) {
        return joint.within() ? (long) left * (left - 1) / 2 : (long) left * right;
    }

    private long kept(int[] left, int[] right, long limit) {
        long sum = 0;
        for (int slot = 0; slot < left.length; slot++) {
            long block = product(left[slot], right[slot]);
            sum += block <= limit ? block : 0;
        }
        return sum;
    }

    private Blocks entries(int r, int @Nullable [] leftRows) {
        RuleKeys rule = rules.get(r);
        int stride = joint.layout.stride;
        boolean one = joint.within() && leftRows == null;
        List<RuleEntries> sides = workers.run(
                one ? 1 : 2,
                side -> side == 1
                        ? RuleEntries.of(rule, joint.right, joint.rightSize, stride, null)
                        : RuleEntries.of(rule, joint.left, joint.leftSize, stride, leftRows));
        RuleEntries left = sides.get(0);
        RuleEntries right = one ? left : sides.get(1);
        return new Blocks(left, right, mask());
    }

    /** The same for every run, because splits are remembered by slot. */
    private int mask() {
        int largest = Math.max(Math.max(joint.leftSize, joint.rightSize), 8);
        return (Integer.highestOneBit(largest) << 1) - 1;
    }

    /** @param leftRows which left rows, ascending; null for all */
    Survivors run(Weights weights, int @Nullable [] leftRows, double bound, String phase) {
        if (!estimated) {
            estimate();
        }
        ThreadLocal<Visitor> visitors = ThreadLocal.withInitial(() -> new Visitor(weights, bound));
        List<Survivors> parts = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            if (rules.get(r).usable) {
                parts.addAll(visit(r, leftRows, visitors));
            }
            options.progress().at(phase, r + 1, rules.size());
        }
        return Survivors.sorted(parts, joint.leftSize);
    }

    private List<Survivors> visit(int r, int @Nullable [] leftRows, ThreadLocal<Visitor> visitors) {
        Blocks blocks = entries(r, leftRows);
        boolean one = blocks.left == blocks.right;
        List<int[]> counts =
                workers.run(one ? 1 : 2, side -> (side == 0 ? blocks.left : blocks.right).counts(blocks.mask));
        int[] leftCounts = counts.get(0);
        int[] rightCounts = counts.get(one ? 0 : 1);
        workers.run(one ? 1 : 2, side -> {
            (side == 0 ? blocks.left : blocks.right).sort(counts.get(side), blocks.mask);
            return side;
        });
        List<int[]> tasks = tasks(leftCounts, rightCounts);
        AtomicLong done = new AtomicLong();
        return workers.run(tasks.size(), task -> {
            Survivors kept = new Survivors(joint.kin());
            int[] slots = tasks.get(task);
            visitors.get().visit(r, blocks, slots[0], slots[1], kept);
            done.incrementAndGet();
            return kept;
        });
    }

    /** Runs of slots [from, to) of about equally many pairs. */
    private static List<int[]> tasks(int[] leftCounts, int[] rightCounts) {
        List<int[]> tasks = new ArrayList<>();
        int from = 0;
        long sum = 0;
        for (int slot = 0; slot < leftCounts.length; slot++) {
            sum += (long) leftCounts[slot] * rightCounts[slot];
            if (sum >= TASK_PAIRS || slot - from >= TASK_SLOTS || slot == leftCounts.length - 1) {
                tasks.add(new int[] {from, slot + 1});
                from = slot + 1;
                sum = 0;
            }
        }
        return tasks;
    }

    /** What one thread needs. */
    private final class Visitor {
        private final PairScore score;
        private final double bound;
        private final long[] buffer = RuleKeys.buffer();
        private final long[] otherBuffer = RuleKeys.buffer();

        Visitor(Weights weights, double bound) {
            this.score = new PairScore(weights);
            this.bound = bound;
        }

        void visit(int r, Blocks blocks, int from, int to, Survivors kept) {
            boolean within = joint.within();
            int stride = joint.layout.stride;
            int[] leftBegins = blocks.left.begins;
            int[] rightBegins = blocks.right.begins;
            long[] leftKeys = blocks.left.keys;
            long[] rightKeys = blocks.right.keys;
            int[] leftRows = blocks.left.rows;
            int[] rightRows = blocks.right.rows;
            for (int slot = from; slot < to; slot++) {
                int leftEnd = leftBegins[slot + 1];
                int rightBegin = rightBegins[slot];
                int rightEnd = rightBegins[slot + 1];
                if (rightBegin == rightEnd) {
                    continue;
                }
                for (int n = leftBegins[slot]; n < leftEnd; n++) {
                    long key = leftKeys[n];
                    int i = leftRows[n];
                    for (int e = rightBegin; e < rightEnd; e++) {
                        int j = rightRows[e];
                        if (rightKeys[e] == key
                                && !(within && j <= i)
                                && score.reaches(bound, joint.left, i * stride, joint.right, j * stride)
                                && first(r, i * stride, j * stride)) {
                            kept.add(i, j, score);
                        }
                    }
                }
            }
        }

        /** Whether no earlier rule gives the pair. */
        private boolean first(int r, int i, int j) {
            for (int earlier = 0; earlier < r; earlier++) {
                if (rules.get(earlier).gives(joint.left, i, joint.right, j, buffer, otherBuffer)) {
                    return false;
                }
            }
            return true;
        }
    }
}
