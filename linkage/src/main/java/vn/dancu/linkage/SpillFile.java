package vn.dancu.linkage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A file that takes, record by record, what memory is too small for, and is read in any order afterwards. It is gone with the
 * program, however that ends. Not thread-safe while it is written.
 */
final class SpillFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final @Nullable Path folder;
    private final int recordBytes;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private long records;
    /** Why nothing more can be written. */
    private @Nullable LinkageException failure;

    /** @param folder null for the machine's own; made if only itself is missing */
    SpillFile(@Nullable Path folder, String name, int recordBytes) {
        this.folder = folder;
        this.recordBytes = recordBytes;
        this.buffer =
                ByteBuffer.allocateDirect(BUFFER / recordBytes * recordBytes).order(ByteOrder.nativeOrder());
        this.channel = open(folder, name);
    }

    /** A file of which nothing is left when it is closed or the program ends. */
    static FileChannel open(@Nullable Path folder, String name) {
        try {
            Path path;
            if (folder == null) {
                path = Files.createTempFile(name, ".spill");
            } else {
                make(folder);
                path = Files.createTempFile(folder, name, ".spill");
            }
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Only its owner looks into it. */
    private static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectory(folder, ownOnly);
        } catch (FileAlreadyExistsException madeByAnotherThread) {
            if (!Files.isDirectory(folder)) {
                throw madeByAnotherThread;
            }
        }
    }

    static LinkageException failed(@Nullable Path folder, IOException e) {
        String where = folder == null ? System.getProperty("java.io.tmpdir") : String.valueOf(folder);
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new LinkageException(
                "Không ghi được tệp tạm trong " + where + ": " + why
                        + ". Hãy giải phóng đĩa, nâng --memory, hoặc ghi kết quả (--out) lên đĩa khác.",
                "Cannot write a temporary file in " + where + ": " + why
                        + ". Free the disk, raise --memory, or write the result (--out) to another disk.",
                e);
    }

    /** Where the next record is put, all of its bytes. */
    ByteBuffer next() {
        if (failure != null) {
            throw failure;
        }
        if (!buffer.hasRemaining()) {
            flush();
        }
        records++;
        return buffer;
    }

    long size() {
        return records;
    }

    void flush() {
        try {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        } catch (IOException e) {
            failure = failed(folder, e);
            close();
            throw failure;
        }
    }

    /** Reads records that were flushed, from one on, as many as fit. */
    void read(long record, ByteBuffer into) {
        try {
            long at = record * recordBytes;
            while (into.hasRemaining()) {
                int count = channel.read(into, at);
                if (count < 0) {
                    throw new IOException("shorter than it was written");
                }
                at += count;
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** All that was written, to be read by several threads; nothing can be added any more. */
    Mapped map() {
        flush();
        try (channel) {
            ByteBuffer[] segments = new ByteBuffer[(int) (records + Mapped.SEGMENT - 1 >>> Mapped.SEGMENT_BITS)];
            for (int s = 0; s < segments.length; s++) {
                long from = (long) s * Mapped.SEGMENT * recordBytes;
                long length = Math.min((long) Mapped.SEGMENT * recordBytes, records * recordBytes - from);
                segments[s] =
                        channel.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.nativeOrder());
            }
            return new Mapped(segments, recordBytes);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** What was written is of no use any more. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Records in a file that the machine keeps in memory as far as it can. */
    static final class Mapped {
        private static final int SEGMENT_BITS = 24;
        private static final int SEGMENT = 1 << SEGMENT_BITS;

        private final ByteBuffer[] segments;
        private final int recordBytes;

        private Mapped(ByteBuffer[] segments, int recordBytes) {
            this.segments = segments;
            this.recordBytes = recordBytes;
        }

        private int at(int record, int offset) {
            return (record & SEGMENT - 1) * recordBytes + offset;
        }

        int getInt(int record, int offset) {
            return segments[record >>> SEGMENT_BITS].getInt(at(record, offset));
        }

        long getLong(int record, int offset) {
            return segments[record >>> SEGMENT_BITS].getLong(at(record, offset));
        }

        float getFloat(int record, int offset) {
            return segments[record >>> SEGMENT_BITS].getFloat(at(record, offset));
        }

        double getDouble(int record, int offset) {
            return segments[record >>> SEGMENT_BITS].getDouble(at(record, offset));
        }
    }
}
