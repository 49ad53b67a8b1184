package vn.dancu.linkage;

/** Numbers as nibbles: the distance of two is an exclusive-or, not a loop over characters. */
final class Numbers {

    private static final long ONES = 0x1111_1111_1111_1111L;

    private Numbers() {}

    /** Up to 15 digits as nibbles behind a leading 1 (so that no number is 0 and lengths differ); 0 if not digits. */
    static long pack(String digits) {
        if (digits.isEmpty() || digits.length() > 15) {
            return 0;
        }
        long packed = 1;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            packed = packed << 4 | digit;
        }
        return packed;
    }

    /** 1 equal, 2 one digit differs or two neighbours are swapped, 3 other. */
    static int level(long a, long b) {
        if (a == b) {
            return 1;
        }
        if (Long.numberOfLeadingZeros(a) >>> 2 != Long.numberOfLeadingZeros(b) >>> 2) {
            return 3;
        }
        long differing = a ^ b;
        long digits = (differing | differing >>> 1 | differing >>> 2 | differing >>> 3) & ONES;
        int count = Long.bitCount(digits);
        if (count == 1) {
            return 2;
        }
        if (count == 2) {
            int at = Long.numberOfTrailingZeros(digits);
            boolean neighbours = (digits >>> at) == 0x11;
            long pairA = a >>> at & 0xff;
            long pairB = b >>> at & 0xff;
            if (neighbours && (pairA >>> 4 | (pairA & 15) << 4) == pairB) {
                return 2;
            }
        }
        return 3;
    }
}
