package vn.dancu.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one side under one rule, each as often as it has keys: the upper half of the key beside the row, eight bytes.
 * Parted into buckets by the slot of the key, so that what belongs together is worked on in a core's cache.
 */
final class RuleEntries {

    private static final int TAG = 32;
    private static final long TAG_BITS = 0xffff_ffff_0000_0000L;
    /** Rows to a bucket, about. */
    private static final int BUCKET_BITS = 10;

    private static final int MOST_BUCKET_BITS = 12;

    private long[] entries;
    private final int size;
    private int bucketBits = -1;
    /** By bucket: where its entries begin; one more at the end. */
    private int[] begins = {};

    private RuleEntries(long[] entries, int size) {
        this.entries = entries;
        this.size = size;
    }

    /** How many bits of a slot say the bucket. */
    static int bucketBits(int mask) {
        return Math.max(0, Math.min(MOST_BUCKET_BITS, Integer.bitCount(mask) - BUCKET_BITS));
    }

    /** Those of all rules at once: every row is looked at once. */
    static RuleEntries[] ofAll(List<RuleKeys> rules, Rows source) {
        int count = rules.size();
        long[][] entries = new long[count][];
        int[] filled = new int[count];
        for (int r = 0; r < count; r++) {
            entries[r] = new long[rules.get(r).usable ? Math.max(16, source.size) : 0];
        }
        int[] scratch = source.scratch();
        long[] buffer = RuleKeys.buffer();
        for (int row = 0; row < source.size; row++) {
            int[] cells = source.cells(row, scratch);
            int begin = source.at(row);
            for (int r = 0; r < count; r++) {
                int more = rules.get(r).keys(cells, begin, buffer);
                if (filled[r] + more > entries[r].length) {
                    entries[r] = larger(entries[r], filled[r] + more);
                }
                for (int k = 0; k < more; k++) {
                    entries[r][filled[r]++] = buffer[k] & TAG_BITS | row;
                }
            }
        }
        RuleEntries[] all = new RuleEntries[count];
        for (int r = 0; r < count; r++) {
            all[r] = new RuleEntries(entries[r], filled[r]);
        }
        return all;
    }

    private static long[] larger(long[] entries, int needed) {
        return Arrays.copyOf(entries, Math.max(needed, Math.addExact(entries.length, entries.length >> 1)));
    }

    /** @param only which rows, ascending; null for all */
    static RuleEntries of(RuleKeys rule, Rows source, int @Nullable [] only) {
        int rowCount = only == null ? source.size : only.length;
        int[] scratch = source.scratch();
        long[] entries = new long[Math.max(16, rowCount)];
        int count = 0;
        long[] buffer = RuleKeys.buffer();
        for (int n = 0; n < rowCount; n++) {
            int row = only == null ? n : only[n];
            int more = rule.keys(source.cells(row, scratch), source.at(row), buffer);
            if (count + more > entries.length) {
                entries = larger(entries, count + more);
            }
            for (int k = 0; k < more; k++) {
                entries[count++] = buffer[k] & TAG_BITS | row;
            }
        }
        return new RuleEntries(entries, count);
    }

    int size() {
        return size;
    }

    /** What tells keys apart: two keys are hardly ever alike in it, and if they are, a pair is looked at in vain. */
    static int tag(long entry) {
        return (int) (entry >>> TAG);
    }

    static int row(long entry) {
        return (int) entry;
    }

    /** Those whose tag is wanted. */
    RuleEntries only(IntPredicate wanted) {
        long[] kept = new long[size];
        int count = 0;
        for (int n = 0; n < size; n++) {
            if (wanted.test(tag(entries[n]))) {
                kept[count++] = entries[n];
            }
        }
        return new RuleEntries(kept, count);
    }

    /** Parts the entries, once; within a bucket they keep the order of their rows. */
    void part(int mask) {
        if (bucketBits >= 0) {
            return;
        }
        int bits = bucketBits(mask);
        int bucketMask = (1 << bits) - 1;
        int[] starts = new int[bucketMask + 2];
        for (int n = 0; n < size; n++) {
            starts[(tag(entries[n]) & bucketMask) + 1]++;
        }
        for (int bucket = 0; bucket <= bucketMask; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        int[] next = Arrays.copyOf(starts, bucketMask + 1);
        long[] parted = new long[size];
        for (int n = 0; n < size; n++) {
            parted[next[tag(entries[n]) & bucketMask]++] = entries[n];
        }
        entries = parted;
        begins = starts;
        bucketBits = bits;
    }

    int buckets() {
        return 1 << bucketBits;
    }

    int begin(int bucket) {
        return begins[bucket];
    }

    /** Parted. */
    long[] entries() {
        return entries;
    }

    /** Entries of each slot, a bucket's slots side by side; {@link #slot} says which slot stands where. */
    int[] counts(int mask) {
        int[] counts = new int[mask + 1];
        int slotsOfBucket = (mask + 1) >>> bucketBits;
        for (int bucket = 0; bucket < buckets(); bucket++) {
            int base = bucket * slotsOfBucket;
            for (int n = begins[bucket]; n < begins[bucket + 1]; n++) {
                counts[base + ((tag(entries[n]) & mask) >>> bucketBits)]++;
            }
        }
        return counts;
    }

    /** Counts the entries of a bucket by their slot in it, into an array of {@link #slotsOfBucket}. */
    void count(int bucket, int mask, int[] counts) {
        Arrays.fill(counts, 0);
        for (int n = begins[bucket]; n < begins[bucket + 1]; n++) {
            counts[(tag(entries[n]) & mask) >>> bucketBits]++;
        }
    }

    int slotsOfBucket(int mask) {
        return (mask + 1) >>> bucketBits;
    }

    static int slot(int place, int mask) {
        int bits = bucketBits(mask);
        int slotsOfBucket = (mask + 1) >>> bits;
        return (place % slotsOfBucket << bits) | place / slotsOfBucket;
    }
}
