package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Warning.Code;

/**
 * Visits the pairs that the blocking rules give, rule by rule and block by block, and keeps those that reach a bound. A pair
 * is kept once, however many rules give it: with the first of them. Threads take runs of blocks; the result does not depend on their number.
 */
final class Scan {

    /** Pairs a rule with refinements may give for each row of both files, on average; above it, its largest blocks are split. */
    private static final long PAIRS_PER_ROW = 30;

    private static final long LARGEST_BLOCK = 1_000_000;
    private static final long SMALLEST_LIMIT = 2_000;
    /** Rows up to which a table of blocks is several times as wide as they are many. */
    private static final int WIDE_TABLE = 1 << 21;
    /** Left rows times right rows of a task. */
    private static final long TASK_PAIRS = 64_000_000;
    /** Entries of all rules that are kept between counting and visiting; beyond, they are made anew. */
    private static final long KEPT_ENTRIES = 1 << 25;

    private final Joint joint;
    private final LinkOptions options;
    private final Workers workers;
    final List<RuleKeys> rules;
    /** By rule, of the last run over all left rows: pairs visited (those of several rules with each), and left out. */
    final long[] pairs;

    final long[] leftOut;
    /** Pairs visited in the last run, those of several rules with each. */
    private final LongAdder visited = new LongAdder();
    /** Pairs of the last run that reached the bound and were not kept, because a row had too many of them in one block. */
    private final LongAdder leftAside = new LongAdder();

    private boolean estimated;
    /** By rule, as far as they are kept; unsorted. */
    private final @Nullable Blocks[] keptBlocks;

    private long keptEntries;

    Scan(Joint joint, LinkOptions options) {
        this.joint = joint;
        this.options = options;
        this.workers = new Workers(options);
        this.rules = workers.run(
                joint.model.rules().size(),
                rule -> new RuleKeys(joint, joint.model.rules().get(rule)));
        this.pairs = new long[rules.size()];
        this.leftOut = new long[rules.size()];
        this.keptBlocks = new Blocks[rules.size()];
    }

    /**
     * A part of the blocks of larger files.
     *
     * @param rules with the splits of the whole
     */
    Scan(Joint joint, LinkOptions options, List<RuleKeys> rules) {
        this.joint = joint;
        this.options = options;
        this.workers = new Workers(options);
        this.rules = rules;
        this.pairs = new long[rules.size()];
        this.leftOut = new long[rules.size()];
        this.keptBlocks = new Blocks[rules.size()];
        this.estimated = true;
    }

    /** @param mine whether a block belongs to this part: rule in the upper bits, slot of the whole's table in the lower */
    Survivors runPart(Weights weights, int @Nullable [] leftRows, double bound, int wholeMask, LongPredicate mine) {
        ThreadLocal<BlockVisitor> visitors = visitors(weights, bound);
        PairPile pile = new PairPile(joint, options);
        for (int r = 0; r < rules.size(); r++) {
            if (rules.get(r).usable) {
                long rule = (long) r << ScanPart.SLOT_BITS;
                IntPredicate own = tag -> mine.test(rule | (tag & wholeMask));
                Blocks all = entries(r, leftRows);
                RuleEntries left = all.left().only(own);
                Blocks blocks = new Blocks(
                        left, all.right() == all.left() ? left : all.right().only(own), all.mask());
                visit(r, blocks, visitors, pile);
            }
        }
        return pile.sorted(workers);
    }

    /**
     * Counts the pairs of every rule, splitting blocks that are too large, before any pair is made.
     *
     * @throws LinkageException naming the rule, where they are more than the options allow
     */
    void estimate() {
        keepEntries();
        for (int r = 0; r < rules.size(); r++) {
            splitLargeBlocks(r);
            options.progress().at("count", r + 1, rules.size());
        }
        estimated = true;
        refuseTooMany();
    }

    long visited() {
        return visited.sum();
    }

    List<LinkResult.RuleReport> reports() {
        List<LinkResult.RuleReport> reports = new ArrayList<>();
        for (int r = 0; r < pairs.length; r++) {
            reports.add(new LinkResult.RuleReport(rules.get(r).rule.name(), pairs[r], leftOut[r]));
        }
        return reports;
    }

    /** What a run over all rows left aside; empty where it left nothing. */
    List<Warning> asideWarnings() {
        return leftAside.sum() == 0
                ? List.of()
                : List.of(Warning.of(Code.CANDIDATES_LEFT_ASIDE, leftAside.sum(), BlockVisitor.MOST_KEPT));
    }

    List<Warning> warnings() {
        return reports().stream()
                .filter(report -> report.refused() > 0)
                .map(report -> Warning.of(Code.BLOCKS_LEFT_OUT, report.rule(), report.refused()))
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
            throw TooManyPairs.given(rules.get(most).rule.name(), pairs[most], all, options.mostPairs());
        }
    }

    /** One pass over the rows for all rules, where their entries can be kept. */
    private void keepEntries() {
        long expected = ((long) joint.leftSize + joint.rightSize) * rules.size();
        if (expected > KEPT_ENTRIES) {
            return;
        }
        List<RuleEntries[]> sides = workers.run(
                joint.within() ? 1 : 2, side -> RuleEntries.ofAll(rules, side == 0 ? joint.left : joint.right));
        for (int r = 0; r < rules.size(); r++) {
            RuleEntries left = sides.get(0)[r];
            keep(r, new Blocks(left, joint.within() ? left : sides.get(1)[r], mask()));
        }
    }

    private void splitLargeBlocks(int r) {
        RuleKeys rule = rules.get(r);
        if (!rule.usable) {
            return;
        }
        boolean bounded = rule.canSplit() || rule.rule.leaveOutLarge();
        long budget = PAIRS_PER_ROW * ((long) joint.leftSize + joint.rightSize) + LARGEST_BLOCK;
        Blocks known = keptBlocks[r];
        Blocks blocks = known == null ? entries(r, null) : known;
        while (true) {
            Sizes sizes = sizes(blocks);
            if (!bounded || (sizes.largest <= LARGEST_BLOCK && sizes.all <= budget)) {
                pairs[r] = blocks.withoutChance(sizes.all, joint.within());
                return;
            }
            List<int[]> counts = counts(blocks);
            int[] leftCounts = counts.get(0);
            int[] rightCounts = counts.get(counts.size() - 1);
            long limit = bounded ? LARGEST_BLOCK : Long.MAX_VALUE;
            long kept = kept(leftCounts, rightCounts, limit);
            while (bounded && kept > budget && limit > SMALLEST_LIMIT) {
                limit /= 2;
                kept = kept(leftCounts, rightCounts, limit);
            }
            BitSet large = new BitSet();
            long left = 0;
            for (int place = 0; place <= blocks.mask(); place++) {
                long block = product(leftCounts[place], rightCounts[place]);
                if (block > limit) {
                    large.set(RuleEntries.slot(place, blocks.mask()));
                    left += block;
                }
            }
            pairs[r] = kept;
            if (large.isEmpty() || (!rule.canSplit() && !rule.rule.leaveOutLarge())) {
                pairs[r] = kept + left;
                return;
            }
            leftOut[r] = rule.canSplit() ? 0 : left;
            boolean last = !rule.canSplit();
            rule.split(large, blocks.mask());
            keptBlocks[r] = null;
            if (last) {
                return;
            }
            blocks = entries(r, null);
            keep(r, blocks);
        }
    }

    /** Pairs of all blocks, and of the largest. */
    private record Sizes(long all, long largest) {}

    /** Bucket by bucket, so that the counts lie in a core's cache: nearly always, nothing is to be split. */
    private Sizes sizes(Blocks blocks) {
        part(blocks);
        int parts = Math.min(blocks.left().buckets(), Math.max(1, options.threads()));
        List<Sizes> sizes = workers.run(parts, part -> {
            int[] lefts = new int[blocks.left().slotsOfBucket(blocks.mask())];
            int[] rights = joint.within() ? lefts : new int[lefts.length];
            long all = 0;
            long largest = 0;
            for (int bucket = part; bucket < blocks.left().buckets(); bucket += parts) {
                blocks.left().count(bucket, blocks.mask(), lefts);
                if (rights != lefts) {
                    blocks.right().count(bucket, blocks.mask(), rights);
                }
                for (int slot = 0; slot < lefts.length; slot++) {
                    long block = product(lefts[slot], rights[slot]);
                    all += block;
                    largest = Math.max(largest, block);
                }
            }
            return new Sizes(all, largest);
        });
        return new Sizes(
                sizes.stream().mapToLong(Sizes::all).sum(),
                sizes.stream().mapToLong(Sizes::largest).max().orElse(0));
    }

    private void part(Blocks blocks) {
        workers.run(blocks.left() == blocks.right() ? 1 : 2, side -> {
            (side == 0 ? blocks.left() : blocks.right()).part(blocks.mask());
            return side;
        });
    }

    /** Entries by slot of the left and, where it is another, of the right side. */
    private List<int[]> counts(Blocks blocks) {
        boolean one = blocks.left() == blocks.right();
        return workers.run(one ? 1 : 2, side -> {
            RuleEntries entries = side == 0 ? blocks.left() : blocks.right();
            return entries.counts(blocks.mask());
        });
    }

    private void keep(int r, Blocks blocks) {
        long entries = (long) blocks.left().size() + blocks.right().size();
        if (keptEntries + entries <= KEPT_ENTRIES) {
            keptBlocks[r] = blocks;
            keptEntries += entries;
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
        boolean one = joint.within() && leftRows == null;
        Blocks known = keptBlocks[r];
        if (known != null && leftRows != null) {
            // The right side is shared with the run over all rows: it is sorted only once.
            return new Blocks(RuleEntries.of(rule, joint.left, leftRows), known.right(), known.mask());
        }
        List<RuleEntries> sides = workers.run(
                one ? 1 : 2,
                side -> side == 1
                        ? RuleEntries.of(rule, joint.right, null)
                        : RuleEntries.of(rule, joint.left, leftRows));
        RuleEntries left = sides.get(0);
        RuleEntries right = one ? left : sides.get(1);
        return new Blocks(left, right, mask());
    }

    /** The same for every run, because splits are remembered by slot. */
    private int mask() {
        int largest = Math.max(Math.max(joint.leftSize, joint.rightSize), 8);
        // Blocks that share a slot are counted as one: the wider the table, the closer the estimate.
        int wider = largest <= WIDE_TABLE ? 3 : 1;
        return (Integer.highestOneBit(largest) << wider) - 1;
    }

    /** @param leftRows which left rows, ascending; null for all */
    Survivors run(Weights weights, int @Nullable [] leftRows, double bound, String phase) {
        if (!estimated) {
            estimate();
        }
        PairScanner elsewhere = options.scanner();
        if (elsewhere != null) {
            options.progress().at(phase, 0, 1);
            ScanPlan plan = new ScanPlan(joint, weights.parameters, rules, mask(), bound, phase);
            PairPile pile = new PairPile(joint, options);
            for (PairBatch batch : elsewhere.scan(plan, leftRows)) {
                pile.add(Survivors.of(batch), rules.get(0).rule.name());
            }
            return pile.sorted(workers);
        }
        visited.reset();
        leftAside.reset();
        PairPile pile = new PairPile(joint, options);
        ThreadLocal<BlockVisitor> visitors = visitors(weights, bound);
        for (int r = 0; r < rules.size(); r++) {
            if (rules.get(r).usable) {
                Blocks known = keptBlocks[r];
                visit(r, leftRows == null && known != null ? known : entries(r, leftRows), visitors, pile);
                keptBlocks[r] = leftRows == null ? null : known;
            }
            options.progress().at(phase, r + 1, rules.size());
        }
        return pile.sorted(workers);
    }

    private ThreadLocal<BlockVisitor> visitors(Weights weights, double bound) {
        Screen screen = Screen.of(joint, workers, weights, bound);
        return ThreadLocal.withInitial(() -> new BlockVisitor(joint, rules, weights, screen, bound));
    }

    private void visit(int r, Blocks blocks, ThreadLocal<BlockVisitor> visitors, PairPile pile) {
        part(blocks);
        List<Task> tasks = tasks(blocks);
        String rule = rules.get(r).rule.name();
        workers.run(tasks.size(), n -> {
            Survivors kept = pile.part(rule);
            Task task = tasks.get(n);
            BlockVisitor visitor = visitors.get();
            long before = visitor.visited();
            long asideBefore = visitor.leftAside();
            visitor.visit(r, blocks, task.bucket(), task.from(), task.to(), kept);
            pile.add(kept, rule);
            visited.add(visitor.visited() - before);
            leftAside.add(visitor.leftAside() - asideBefore);
            return n;
        });
    }

    /** Left entries [from, to) of a bucket with all its right ones. */
    private record Task(int bucket, int from, int to) {}

    /** A bucket each; a large one in parts, so that threads end together and can be stopped. */
    private static List<Task> tasks(Blocks blocks) {
        List<Task> tasks = new ArrayList<>();
        for (int bucket = 0; bucket < blocks.left().buckets(); bucket++) {
            int from = blocks.left().begin(bucket);
            int to = blocks.left().begin(bucket + 1);
            long rights = blocks.right().begin(bucket + 1) - blocks.right().begin(bucket);
            long most = Math.max(1, TASK_PAIRS / Math.max(1, rights));
            for (long begin = from; begin < to && rights > 0; begin += most) {
                tasks.add(new Task(bucket, (int) begin, (int) Math.min(to, begin + most)));
            }
        }
        return tasks;
    }
}
