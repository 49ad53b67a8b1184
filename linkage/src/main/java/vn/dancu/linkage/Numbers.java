package vn.dancu.linkage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers as nibbles: the distance of two is an exclusive-or, not a loop over characters. */
final class Numbers {

    private static final long ONES = 0x1111_1111_1111_1111L;

    static final int MOST_DIGITS = 15;

    private Numbers() {}

    /** Up to 15 digits as nibbles behind a leading 1 (so that no number is 0 and lengths differ); 0 if not digits. */
    static long pack(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
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

    /** Of bytes that are not digits only. */
    static final long NOT_PLAIN = -1;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ZEROS = 0x3030_3030_3030_3030L;

    /** 1 to 15 digits as nibbles, without a leading 1, eight at a time; {@link #NOT_PLAIN} where other bytes are among them. */
    static long packed(byte[] bytes, int from, int to) {
        int length = to - from;
        if (from + 2 * Long.BYTES > bytes.length) {
            return oneByOne(bytes, from, to);
        }
        long first = (long) WORDS.get(bytes, from);
        if (length <= Long.BYTES) {
            return eight(filled(first, length));
        }
        long high = eight(first);
        long low = eight(filled((long) WORDS.get(bytes, from + Long.BYTES), length - Long.BYTES));
        return (high | low) < 0 ? NOT_PLAIN : high << 4 * (length - Long.BYTES) | low;
    }

    /** The first so many characters of a word (1 to 8) behind zeros. */
    private static long filled(long word, int count) {
        return count == Long.BYTES ? word : word >>> Long.SIZE - 8 * count | ZEROS << 8 * count;
    }

    private static long eight(long characters) {
        long digits = characters ^ ZEROS;
        if (((digits + 0x7676_7676_7676_7676L | digits) & 0x8080_8080_8080_8080L) != 0) {
            return NOT_PLAIN;
        }
        long twos = (digits | digits >>> 4) & 0x00ff_00ff_00ff_00ffL;
        long fours = (twos | twos >>> 8) & 0x0000_ffff_0000_ffffL;
        return (fours | fours >>> 16) & 0xffff_ffffL;
    }

    private static long oneByOne(byte[] bytes, int from, int to) {
        long packed = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NOT_PLAIN;
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

    /** Equal length, and at most so many digits differ; two swapped neighbours count as one. */
    static boolean differ(long a, long b, int most) {
        long differing = a ^ b;
        long digits = (differing | differing >>> 1 | differing >>> 2 | differing >>> 3) & ONES;
        int count = Long.bitCount(digits);
        // Most pairs of numbers differ nearly everywhere and are done here.
        if (count > 2 * most || Long.numberOfLeadingZeros(a) >>> 2 != Long.numberOfLeadingZeros(b) >>> 2) {
            return false;
        }
        if (count <= most) {
            return true;
        }
        // From the first digit on, as one reads: a swap takes two.
        int swaps = 0;
        for (int at = Long.SIZE - 4; at >= 4; at -= 4) {
            boolean two = (digits >>> at & 1) != 0 && (digits >>> at - 4 & 1) != 0;
            if (two && (a >>> at & 15) == (b >>> at - 4 & 15) && (a >>> at - 4 & 15) == (b >>> at & 15)) {
                swaps++;
                at -= 4;
            }
        }
        return count - swaps <= most;
    }

    /** The digits of a packed number. */
    static String text(long packed) {
        String hexadecimal = Long.toHexString(packed);
        return hexadecimal.substring(1);
    }
}
