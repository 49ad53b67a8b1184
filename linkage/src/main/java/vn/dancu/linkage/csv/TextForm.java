package vn.dancu.linkage.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How the text of a file is written as bytes, and how many bytes of a mark stand before it. */
record TextForm(Kind kind, int mark) {

    enum Kind {
        UTF_8,
        UTF_16_LITTLE,
        UTF_16_BIG
    }

    /** Enough for a header line, of which most letters are ASCII in every language's files. */
    private static final int SAMPLE = 512;

    /** By the byte order mark, else by the zero bytes that ASCII letters have in UTF-16. */
    static TextForm of(Path file) throws IOException {
        byte[] sample = new byte[SAMPLE];
        int length = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = 0;
            while (length < SAMPLE && read >= 0) {
                read = channel.read(ByteBuffer.wrap(sample, length, SAMPLE - length));
                length += Math.max(0, read);
            }
        }
        return of(sample, length);
    }

    static TextForm of(byte[] sample, int length) {
        if (length >= 3 && sample[0] == (byte) 0xEF && sample[1] == (byte) 0xBB && sample[2] == (byte) 0xBF) {
            return new TextForm(Kind.UTF_8, 3);
        }
        if (length >= 2 && sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE) {
            return new TextForm(Kind.UTF_16_LITTLE, 2);
        }
        if (length >= 2 && sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF) {
            return new TextForm(Kind.UTF_16_BIG, 2);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += sample[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > length / 4 && zeros[0] == 0) {
            return new TextForm(Kind.UTF_16_LITTLE, 0);
        }
        if (zeros[0] > length / 4 && zeros[1] == 0) {
            return new TextForm(Kind.UTF_16_BIG, 0);
        }
        return new TextForm(Kind.UTF_8, 0);
    }

    /** The text behind the mark. The caller closes it. */
    Utf8Source open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(mark);
        Utf8Source bytes = new ChannelBytes(channel);
        return kind == Kind.UTF_8 ? bytes : new Utf16Source(bytes, kind == Kind.UTF_16_BIG);
    }

    private record ChannelBytes(FileChannel channel) implements Utf8Source {

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(into, at, length));
        }

        @Override
        public void skip(long bytes) throws IOException {
            channel.position(channel.position() + bytes);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
