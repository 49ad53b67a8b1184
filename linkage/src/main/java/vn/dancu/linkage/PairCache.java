package vn.dancu.linkage;

/** Remembers the level of a pair of codes; forgets by overwriting. One per thread. */
final class PairCache {

    private static final int SIZE = 1 << 15;

    private final long[] entries = new long[SIZE];

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 30 | Math.max(a, b);
    }

    /** The level, or 0 if it is not remembered. Codes below 2^30, not both 0. */
    int find(int a, int b) {
        long key = key(a, b);
        long entry = entries[(int) LongCodes.mix(key) & SIZE - 1];
        return entry >>> 4 == key ? (int) entry & 15 : 0;
    }

    void put(int a, int b, int level) {
        long key = key(a, b);
        entries[(int) LongCodes.mix(key) & SIZE - 1] = key << 4 | level;
    }
}
