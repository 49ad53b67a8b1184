package vn.dancu.bench.linkage;

/** A permutation of 0 … size-1 that needs no memory: a Feistel network, walked until it stays within the size. */
final class Shuffle {

    private static final int ROUNDS = 4;

    private final long size;
    private final int halfBits;
    private final long halfMask;
    private final long[] keys = new long[ROUNDS];

    Shuffle(long size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("nothing to shuffle");
        }
        this.size = size;
        int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
        this.halfBits = (bits + 1) / 2;
        this.halfMask = (1L << halfBits) - 1;
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = mix(seed * ROUNDS + round + 1);
        }
    }

    /** What stands at a place. */
    long at(long place) {
        long value = place;
        do {
            long high = value >>> halfBits;
            long low = value & halfMask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = high ^ (mix(low ^ keys[round]) & halfMask);
                high = low;
                low = next;
            }
            value = high << halfBits | low;
        } while (value >= size);
        return value;
    }

    /** Where a value stands. */
    long placeOf(long value) {
        long place = value;
        do {
            long high = place >>> halfBits;
            long low = place & halfMask;
            for (int round = ROUNDS - 1; round >= 0; round--) {
                long before = low ^ (mix(high ^ keys[round]) & halfMask);
                low = high;
                high = before;
            }
            place = high << halfBits | low;
        } while (place >= size);
        return place;
    }

    /** Every bit of the result hangs on every bit of the value. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
