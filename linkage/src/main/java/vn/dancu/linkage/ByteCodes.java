package vn.dancu.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A dictionary of byte strings: codes from 1 on in the order of arrival; their bytes lie one behind the other. */
final class ByteCodes {

    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Bytes up to the longest value; a value never crosses chunks, a long one has a chunk of its own. */
    private byte[][] chunks = new byte[4][];

    private int chunkCount;
    private int free = CHUNK;
    /** Chunk and place of each code: chunk << 32 | offset. */
    private long[] places = new long[16];

    private int[] lengths = new int[16];
    /** Upper half of the hash beside the code, so that a miss seldom looks at the bytes. */
    private long[] table = new long[64];

    private int size;

    int codes() {
        return size + 1;
    }

    /** The code of a value; a new one (equal to {@link #codes} before) if it was not there. */
    int add(byte[] bytes, int from, int to) {
        long hash = hash(bytes, from, to);
        long tag = hash & 0xffff_ffff_0000_0000L;
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0) {
            long entry = table[at];
            if ((entry & 0xffff_ffff_0000_0000L) == tag) {
                int code = (int) entry;
                if (lengths[code] == to - from && equal(code, bytes, from)) {
                    return code;
                }
            }
            at = (at + 1) & mask;
        }
        size++;
        keep(bytes, from, to);
        table[at] = tag | size;
        if (size * 2 > table.length) {
            grow();
        }
        return size;
    }

    private boolean equal(int code, byte[] bytes, int from) {
        byte[] chunk = chunks[(int) (places[code] >>> 32)];
        int place = (int) places[code];
        return Arrays.equals(chunk, place, place + lengths[code], bytes, from, from + lengths[code]);
    }

    private void keep(byte[] bytes, int from, int to) {
        int length = to - from;
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        if (free + length > CHUNK || chunkCount == 0) {
            if (chunkCount == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunkCount * 2);
            }
            chunks[chunkCount++] = new byte[Math.max(CHUNK, length)];
            free = 0;
        }
        System.arraycopy(bytes, from, chunks[chunkCount - 1], free, length);
        places[size] = (long) (chunkCount - 1) << 32 | free;
        lengths[size] = length;
        free += length;
    }

    String text(int code) {
        return new String(
                chunks[(int) (places[code] >>> 32)], (int) places[code], lengths[code], StandardCharsets.UTF_8);
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        int mask = larger.length - 1;
        for (long entry : table) {
            if (entry != 0) {
                int code = (int) entry;
                byte[] chunk = chunks[(int) (places[code] >>> 32)];
                int place = (int) places[code];
                int at = (int) hash(chunk, place, place + lengths[code]) & mask;
                while (larger[at] != 0) {
                    at = (at + 1) & mask;
                }
                larger[at] = entry;
            }
        }
        table = larger;
    }

    private static final java.lang.invoke.VarHandle LONGS =
            java.lang.invoke.MethodHandles.byteArrayViewVarHandle(long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);

    static long hash(byte[] bytes, int from, int to) {
        long hash = 0x9E3779B97F4A7C15L * (to - from + 1);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * 0xff51afd7ed558ccdL;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (int shift = 0; at < to; at++, shift += 8) {
            rest |= (bytes[at] & 0xffL) << shift;
        }
        return LongCodes.mix(hash ^ rest * 0xc4ceb9fe1a85ec53L);
    }
}
