package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stored records in memory, asked one record at a time: is she already here? Weighs by parameters learnt before, under the
 * model's blocking rules; the household of other links plays no part, and household keys are
 * taken to be of one kind with those of whoever asks. Records may be added and taken away. Thread-safe.
 */
public final class MatchIndex {

    /** @param row of the index, in the order of arrival */
    public record Candidate(int row, String id, double weight, double probability) {}

    /** One rule's rows, chained by hash slot; rows of other keys in a slot are weighed too, and left. */
    private static final class Chains {
        private int[] heads = new int[0];
        private int[] next = new int[0];
        private int[] rows = new int[0];
        private int entries;

        /** @param capacity a power of two */
        void clear(int capacity) {
            heads = new int[capacity];
            next = new int[Math.max(16, capacity >> 1)];
            rows = new int[next.length];
            entries = 0;
        }

        void add(long key, int row) {
            if (entries + 1 >= next.length) {
                next = Arrays.copyOf(next, next.length * 2);
                rows = Arrays.copyOf(rows, next.length);
            }
            int slot = (int) key & heads.length - 1;
            int entry = ++entries;
            rows[entry] = row;
            next[entry] = heads[slot];
            heads[slot] = entry;
        }
    }

    private final Joint joint;
    private final PairScore score;
    private final CellReader reader;
    private final List<RuleKeys> rules;
    private final Chains[] chains;
    private final long[] buffer = RuleKeys.buffer();
    private final long[] askedKeys = RuleKeys.buffer();
    private final long[] storedKeys = RuleKeys.buffer();
    private final int stride;
    private final int columns;
    private final Records first;
    private final List<String> laterIds = new ArrayList<>();

    private int[] cells;
    private int size;
    private int[] seen;
    private int asked;
    private final java.util.BitSet gone = new java.util.BitSet();

    private MatchIndex(Records records, Parameters parameters) {
        Model model = records.model();
        first = records;
        joint = Joint.growing(records);
        score = new PairScore(new Weights(joint, parameters));
        reader = new CellReader(model, joint.layout, joint.values);
        stride = joint.layout.stride;
        columns = model.columns().size();
        size = records.size();
        cells = new int[Math.multiplyExact(Math.max(1, size), stride)];
        for (int row = 0; row < size; row++) {
            records.rows.copy(row, cells, row * stride);
        }
        seen = new int[Math.max(16, size)];
        Scan scan = new Scan(joint, LinkOptions.defaults().withMostPairs(Long.MAX_VALUE));
        scan.estimate();
        rules = scan.rules;
        chains = new Chains[rules.size()];
        for (int r = 0; r < chains.length; r++) {
            chains[r] = new Chains();
            chains[r].clear(Integer.highestOneBit(Math.max(8, size)) << 1);
        }
        for (int row = 0; row < size; row++) {
            chain(row);
        }
    }

    /** Takes the records over; they must not be used with another index. */
    public static MatchIndex of(Records records, Parameters parameters) {
        return new MatchIndex(records, parameters);
    }

    private void chain(int row) {
        for (int r = 0; r < chains.length; r++) {
            int count = rules.get(r).keys(cells, row * stride, buffer);
            for (int k = 0; k < count; k++) {
                chains[r].add(buffer[k], row);
            }
        }
    }

    public synchronized int size() {
        return size;
    }

    /** Adds a record and returns its row. */
    public synchronized int add(String id, @Nullable String... values) {
        int row = size;
        if ((row + 1) * stride > cells.length) {
            cells = Arrays.copyOf(cells, Math.multiplyExact(row + (row >> 1) + 16, stride));
        }
        read(cells, row * stride, values);
        laterIds.add(id);
        size++;
        chain(row);
        return row;
    }

    /** The record is no longer found; its row is not given again. */
    public synchronized void remove(int row) {
        gone.set(row);
    }

    private void read(int[] into, int at, @Nullable String[] values) {
        if (values.length != columns) {
            throw new IllegalArgumentException("expected " + columns + " values, got " + values.length);
        }
        for (int c = 0; c < columns; c++) {
            String value = values[c];
            if (value != null && !value.isEmpty()) {
                reader.read(into, at, c, value);
            }
        }
    }

    /**
     * The stored records that may be this one, best first; of equals, the first stored first.
     *
     * @param least probability
     */
    public synchronized List<Candidate> find(double least, @Nullable String... values) {
        int[] asking = new int[stride];
        read(asking, 0, values);
        double bound = Parameters.weight(least);
        if (seen.length < size) {
            seen = Arrays.copyOf(seen, cells.length / stride);
        }
        asked++;
        List<Candidate> found = new ArrayList<>();
        for (int r = 0; r < chains.length; r++) {
            Chains chain = chains[r];
            int count = rules.get(r).keys(asking, 0, buffer);
            for (int k = 0; k < count; k++) {
                int slot = (int) buffer[k] & chain.heads.length - 1;
                for (int entry = chain.heads[slot]; entry != 0; entry = chain.next[entry]) {
                    int row = chain.rows[entry];
                    if (seen[row] != asked && !gone.get(row)) {
                        seen[row] = asked;
                        if (score.reaches(bound, asking, 0, cells, row * stride) && isGiven(asking, row)) {
                            found.add(new Candidate(row, id(row), score.total, Parameters.probability(score.total)));
                        }
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::weight).reversed().thenComparingInt(Candidate::row));
        return found;
    }

    private boolean isGiven(int[] asking, int row) {
        return rules.stream().anyMatch(rule -> rule.gives(asking, 0, cells, row * stride, askedKeys, storedKeys));
    }

    private String id(int row) {
        return row < first.size() ? first.id(row) : laterIds.get(row - first.size());
    }
}
