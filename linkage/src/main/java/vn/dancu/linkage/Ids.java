package vn.dancu.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ids of the rows of a file, one behind the other, in UTF-8. */
final class Ids {

    private static final int CHUNK_BITS = 22;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private static final int LENGTH_BITS = 24;
    private static final int MASK = (1 << LENGTH_BITS) - 1;

    private byte[][] chunks = new byte[4][];
    /** By row: chunk, place in it and length, in 16, 24 and 24 bits. */
    private long[] places;

    private int chunkCount;
    private int free = CHUNK;
    private int size;

    Ids(int expected) {
        places = new long[expected];
    }

    int size() {
        return size;
    }

    void add(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >> LENGTH_BITS != 0) {
            throw new LinkageException("Một mã hồ sơ dài quá 16 MB.", "An id is longer than 16 MB.");
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1) + 16);
        }
        if (chunkCount == 0 || free + length > CHUNK) {
            if (chunkCount == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunkCount * 2);
            }
            // A small file needs no large chunk.
            int room = Math.min(CHUNK, Math.max(1024, places.length * 16));
            chunks[chunkCount++] = new byte[Math.max(room, length)];
            free = 0;
        }
        byte[] chunk = chunks[chunkCount - 1];
        if (free + length > chunk.length) {
            chunk = Arrays.copyOf(chunk, Math.min(CHUNK, Math.max(chunk.length * 2, free + length)));
            chunks[chunkCount - 1] = chunk;
        }
        System.arraycopy(bytes, from, chunk, free, length);
        places[size] = (long) (chunkCount - 1) << 2 * LENGTH_BITS | (long) free << LENGTH_BITS | length;
        free += length;
        size++;
    }

    void trim() {
        if (size < places.length) {
            places = Arrays.copyOf(places, size);
        }
    }

    int length(int row) {
        return (int) places[row] & MASK;
    }

    int copy(int row, byte[] buffer, int at) {
        long place = places[row];
        int length = (int) place & MASK;
        System.arraycopy(
                chunks[(int) (place >>> 2 * LENGTH_BITS)], (int) (place >>> LENGTH_BITS) & MASK, buffer, at, length);
        return at + length;
    }

    /** Looks at ids that will be copied: many at a time are on their way from memory then, and not one after the other. */
    int touch(int[] rows, int count) {
        int sum = 0;
        for (int n = 0; n < count; n++) {
            sum += (int) places[rows[n]];
        }
        for (int n = 0; n < count; n++) {
            long place = places[rows[n]];
            byte[] chunk = chunks[(int) (place >>> 2 * LENGTH_BITS)];
            int at = (int) (place >>> LENGTH_BITS) & MASK;
            sum += at < chunk.length ? chunk[at] : 0;
        }
        return sum;
    }

    String text(int row) {
        byte[] bytes = new byte[length(row)];
        copy(row, bytes, 0);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
