package vn.dancu.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ids of the rows of a file, one behind the other, in UTF-8. */
final class Ids {

    private static final int CHUNK_BITS = 22;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private byte[][] chunks = new byte[4][];
    private int[] lengths;
    private long[] places;
    private int chunkCount;
    private int free = CHUNK;
    private int size;

    Ids(int expected) {
        lengths = new int[expected];
        places = new long[expected];
    }

    int size() {
        return size;
    }

    void add(byte[] bytes, int from, int to) {
        int length = to - from;
        if (size == lengths.length) {
            lengths = Arrays.copyOf(lengths, size + (size >> 1) + 16);
            places = Arrays.copyOf(places, lengths.length);
        }
        if (chunkCount == 0 || free + length > CHUNK) {
            if (chunkCount == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunkCount * 2);
            }
            // A small file needs no large chunk.
            int room = Math.min(CHUNK, Math.max(1024, lengths.length * 16));
            chunks[chunkCount++] = new byte[Math.max(room, length)];
            free = 0;
        }
        byte[] chunk = chunks[chunkCount - 1];
        if (free + length > chunk.length) {
            chunk = Arrays.copyOf(chunk, Math.min(CHUNK, Math.max(chunk.length * 2, free + length)));
            chunks[chunkCount - 1] = chunk;
        }
        System.arraycopy(bytes, from, chunk, free, length);
        lengths[size] = length;
        places[size] = (long) (chunkCount - 1) << 32 | free;
        free += length;
        size++;
    }

    void trim() {
        if (size < lengths.length) {
            lengths = Arrays.copyOf(lengths, size);
            places = Arrays.copyOf(places, size);
        }
    }

    int length(int row) {
        return lengths[row];
    }

    int copy(int row, byte[] buffer, int at) {
        System.arraycopy(chunks[(int) (places[row] >>> 32)], (int) places[row], buffer, at, lengths[row]);
        return at + lengths[row];
    }

    String text(int row) {
        return new String(chunks[(int) (places[row] >>> 32)], (int) places[row], lengths[row], StandardCharsets.UTF_8);
    }
}
