package vn.dancu.linkage.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.csv.CsvOutput;

/**
 * The files that a run writes. Each lies under another name in its folder until all are whole, and only its owner may read
 * it; a run that does not end well leaves none. Thread-safe: a run may be interrupted at any time.
 */
final class OutputFiles {

    /** @param target symbolic links followed */
    private record Pending(Path target, Path part) {}

    private final List<Pending> pending = new ArrayList<>();
    private final List<FileChannel> channels = new ArrayList<>();
    private boolean isOver;
    private boolean isCommitted;

    /**
     * Begins a file.
     *
     * @param inputs files that it must not take the place of
     */
    synchronized FileChannel create(Path file, List<Path> inputs) {
        refuseIfOver();
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new LinkageException(
                        file + " không phải là tệp thường. Hãy chọn tên tệp khác.",
                        file + " is not a regular file. Choose another name.");
            }
            for (Path input : inputs) {
                if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
                    throw new LinkageException(
                            file + " là tệp được đọc. Hãy chọn tên khác cho kết quả.",
                            file + " is a file that is read. Choose another name for the result.");
                }
            }
            Path folder = target.getParent();
            if (folder == null) {
                throw new UsageException("không phải là tên tệp / not a file name: " + file);
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part", forOwnerOnly(folder));
            pending.add(new Pending(target, part));
            FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
            channels.add(channel);
            return channel;
        } catch (IOException e) {
            throw CsvOutput.failed(file, e);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path folder) throws IOException {
        Set<String> views = folder.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** All files are whole: they take their names. */
    synchronized void commit() {
        refuseIfOver();
        Path at = null;
        try {
            for (FileChannel channel : channels) {
                channel.close();
            }
            for (Pending one : pending) {
                at = one.target();
                move(one.part(), one.target());
            }
            pending.clear();
            isOver = true;
            isCommitted = true;
        } catch (IOException e) {
            throw CsvOutput.failed(at, e);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the result stands under its own name. */
    synchronized boolean isCommitted() {
        return isCommitted;
    }

    /** Removes what is not whole. Nothing can be begun afterwards. */
    synchronized void abort() {
        isOver = true;
        for (FileChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // What could not be written is removed all the same.
            }
        }
        for (Pending one : pending) {
            try {
                Files.deleteIfExists(one.part());
            } catch (IOException e) {
                // The name of the part says what it is; nothing more can be done about it.
            }
        }
        pending.clear();
    }

    private void refuseIfOver() {
        if (isOver) {
            throw new java.util.concurrent.CancellationException("stopped while writing");
        }
    }
}
