package vn.dancu.linkage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the blocks of a scan: rows are told apart by their keys, those of a part are put in, and their pairs are visited
 * by the same code as on one machine. May be used once; not thread-safe.
 */
public final class ScanPart {

    /** What a part hands on of one row: the rule in the upper bits, the hash slot in the lower. */
    public static final int SLOT_BITS = 31;

    private final Model model;
    private final ScanPlan plan;
    private final Rows left;
    private final Rows right;

    private static final class Rows {
        final Records.Builder records;
        int[] numbers = new int[16];
        int size;

        Rows(Model model) {
            records = Records.builder(model, 16);
        }

        void add(int number, @Nullable String[] values) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
            records.add("", values);
        }

        void add(int number, byte[] bytes, int[] from, int[] to) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
            records.add(bytes, 0, 0, from, to);
        }
    }

    /** @param model the very model of the plan */
    public ScanPart(Model model, ScanPlan plan) {
        this.model = model;
        this.plan = plan;
        this.left = new Rows(model);
        this.right = plan.within ? left : new Rows(model);
    }

    /**
     * Puts a row in.
     *
     * @param number of the row in its whole file; rows must come in the order of their numbers, each once
     * @param values as {@link Records.Builder#add} takes them
     */
    public void addLeft(int number, @Nullable String... values) {
        left.add(number, values);
    }

    public void addRight(int number, @Nullable String... values) {
        right.add(number, values);
    }

    /** The same with slices of UTF-8, as {@link Records.Builder#add(byte[], int, int, int[], int[])} takes them. */
    public void addLeft(int number, byte[] bytes, int[] from, int[] to) {
        left.add(number, bytes, from, to);
    }

    public void addRight(int number, byte[] bytes, int[] from, int[] to) {
        right.add(number, bytes, from, to);
    }

    /** Where rows belong: for each row put in, the blocks it lies in, each as {@code (long) rule << SLOT_BITS | slot}. */
    public long[][] blocksOfLeft() {
        return blocks(left);
    }

    public long[][] blocksOfRight() {
        return blocks(right);
    }

    private long[][] blocks(Rows rows) {
        Records records = rows.records.build();
        Joint joint = Joint.part(records, records, facts());
        List<RuleKeys> rules = rules(joint);
        long[][] blocks = new long[rows.size][];
        long[] buffer = RuleKeys.buffer();
        int[] scratch = joint.left.scratch();
        long[] found = new long[16];
        for (int row = 0; row < rows.size; row++) {
            int count = 0;
            for (int r = 0; r < rules.size(); r++) {
                int keys = rules.get(r).keys(joint.left.cells(row, scratch), joint.left.at(row), buffer);
                if (count + keys > found.length) {
                    found = Arrays.copyOf(found, (count + keys) * 2);
                }
                for (int k = 0; k < keys; k++) {
                    found[count++] = (long) r << SLOT_BITS | RuleKeys.slot(buffer[k], plan.mask);
                }
            }
            blocks[row] = Arrays.stream(found, 0, count).distinct().toArray();
        }
        return blocks;
    }

    /**
     * Visits the pairs of the blocks that are this part's.
     *
     * @param mine whether a block ({@code (long) rule << SLOT_BITS | slot}) is this part's
     * @param wanted which left rows of the whole file count; null for all
     */
    public PairBatch scan(LongPredicate mine, @Nullable BitSet wanted) {
        Records leftRecords = left.records.build();
        Records rightRecords = plan.within ? leftRecords : right.records.build();
        Joint joint = Joint.part(leftRecords, rightRecords, facts());
        Scan scan = new Scan(joint, LinkOptions.defaults().withThreads(1), rules(joint));
        int[] rows = null;
        if (wanted != null) {
            rows = java.util.stream.IntStream.range(0, left.size)
                    .filter(row -> wanted.get(left.numbers[row]))
                    .toArray();
        }
        Weights weights = new Weights(joint, Parameters.read(model, plan.parameters));
        return new PairBatch(scan.runPart(weights, rows, plan.bound, plan.mask, mine), left.numbers, right.numbers);
    }

    private Joint.Facts facts() {
        return new Joint.Facts(plan.comparable, plan.householdsComparable);
    }

    private List<RuleKeys> rules(Joint joint) {
        List<RuleKeys> rules =
                model.rules().stream().map(rule -> new RuleKeys(joint, rule)).toList();
        for (int r = 0; r < rules.size(); r++) {
            for (long[] slots : plan.splits[r]) {
                rules.get(r).split(BitSet.valueOf(slots), plan.mask);
            }
        }
        return rules;
    }
}
