package vn.dancu.linkage.csv;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a text in UTF-8, one after the other, whatever the file is written in. */
interface Utf8Source extends Closeable {

    /** Reads one byte at least and {@code length} at most; answers how many, or -1 at the end. */
    int read(byte[] into, int at, int length) throws IOException;

    /** Passes over bytes that come next. */
    default void skip(long bytes) throws IOException {
        byte[] passed = new byte[1 << 16];
        long left = bytes;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = read(passed, 0, (int) Math.min(left, passed.length));
            left -= read;
        }
    }
}
