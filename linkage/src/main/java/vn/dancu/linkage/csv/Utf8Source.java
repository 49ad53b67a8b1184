package vn.dancu.linkage.csv;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a text in UTF-8, one after the other, whatever the file is written in. */
interface Utf8Source extends Closeable {

    /** Reads one byte at least and {@code length} at most; answers how many, or -1 at the end. */
    int read(byte[] into, int at, int length) throws IOException;
}
