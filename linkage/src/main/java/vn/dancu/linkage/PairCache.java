package vn.dancu.linkage;

/** Remembers the level of a pair of codes; forgets by overwriting. One per thread. */
final class PairCache {

    static final PairCache NONE = new PairCache(1);

    private static final int SIZE = 1 << 16;

    private final long[] entries;
    private final int mask;

    PairCache() {
        this(SIZE);
    }

    private PairCache(int size) {
        entries = new long[size];
        mask = size - 1;
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 30 | Math.max(a, b);
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    /** The level, or 0 if it is not remembered. Codes below 2^30, not both 0. */
    int find(int a, int b) {
        long key = key(a, b);
        long entry = entries[place(key)];
        return entry >>> 4 == key ? (int) entry & 15 : 0;
    }

    void put(int a, int b, int level) {
        long key = key(a, b);
        entries[place(key)] = key << 4 | level;
    }
}
