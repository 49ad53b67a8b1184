package vn.dancu.linkage.spark;

import java.util.Arrays;

/**
 * Rows of one file on their way to a part, in the order of their numbers, as plain bytes: the file, then for every row the
 * distance from the row before and the length and bytes of each value. Numbers are written seven bits a byte, the lowest
 * first.
 */
final class RowChunk {

    /** Takes the rows of a chunk one by one. */
    @FunctionalInterface
    interface Rows {
        /** @param bytes in which the values lie; like {@code from} and {@code to} only valid during the call */
        void row(int number, byte[] bytes, int[] from, int[] to);
    }

    private byte[] bytes = new byte[1 << 10];
    private int size;
    private int last;

    /** @param file 0 or 1 */
    RowChunk(int file) {
        bytes[size++] = (byte) file;
    }

    /** @param values of one row, as {@link #values} wrote them */
    void add(int number, byte[] values, int from, int to) {
        room(5 + to - from);
        size = put(bytes, size, number - last);
        last = number;
        System.arraycopy(values, from, bytes, size, to - from);
        size += to - from;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), size + (size >> 1)));
        }
    }

    boolean isEmpty() {
        return size == 1;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes the values of a row; answers where they end. The buffer must have {@link #valuesSize} bytes of room. */
    static int values(byte[] row, int[] from, int[] to, byte[] buffer, int at) {
        int end = at;
        for (int c = 0; c < from.length; c++) {
            int length = to[c] - from[c];
            end = put(buffer, end, length);
            System.arraycopy(row, from[c], buffer, end, length);
            end += length;
        }
        return end;
    }

    /** Bytes that the values of a row take at most. */
    static int valuesSize(int[] from, int[] to) {
        int size = 0;
        for (int c = 0; c < from.length; c++) {
            size += to[c] - from[c] + 5;
        }
        return size;
    }

    private static int put(byte[] buffer, int at, int number) {
        int end = at;
        int rest = number;
        while (rest > 0x7F) {
            buffer[end++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        buffer[end++] = (byte) rest;
        return end;
    }

    static int file(byte[] chunk) {
        return chunk[0];
    }

    static int firstRow(byte[] chunk) {
        return new Reader(chunk).next();
    }

    static void forEach(byte[] chunk, int columns, Rows rows) {
        int[] from = new int[columns];
        int[] to = new int[columns];
        Reader reader = new Reader(chunk);
        int number = 0;
        while (reader.at < chunk.length) {
            number += reader.next();
            for (int c = 0; c < columns; c++) {
                int length = reader.next();
                from[c] = reader.at;
                reader.at += length;
                to[c] = reader.at;
            }
            rows.row(number, chunk, from, to);
        }
    }

    private static final class Reader {
        private final byte[] chunk;
        private int at = 1;

        Reader(byte[] chunk) {
            this.chunk = chunk;
        }

        int next() {
            int number = 0;
            int shift = 0;
            while (chunk[at] < 0) {
                number |= (chunk[at++] & 0x7F) << shift;
                shift += 7;
            }
            return number | chunk[at++] << shift;
        }
    }
}
