package vn.dancu.shared.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * The file of rejected rows: {@code line, code, reason, number, file}. Several imports may share one. Readable by its
 * owner only.
 */
public final class RejectedRows implements AutoCloseable {
    private final Path file;
    private final boolean onlyWhenNeeded;
    private @Nullable CsvWriter writer;
    private long count;

    private RejectedRows(Path file, boolean onlyWhenNeeded) {
        this.file = file;
        this.onlyWhenNeeded = onlyWhenNeeded;
    }

    /** {@code FILE.rejected.csv}, made with the first rejected row; an old one goes. */
    public static RejectedRows beside(Path imported) {
        Path file = imported.resolveSibling(imported.getFileName() + ".rejected.csv");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
        return new RejectedRows(file, true);
    }

    /** This file, with its header also when nothing is rejected. */
    public static RejectedRows to(Path file) {
        RejectedRows rejected = new RejectedRows(file, false);
        rejected.open();
        return rejected;
    }

    /** @param number of the record, as far as it has one */
    public void add(long line, Reject why, String number, String importedFile) {
        CsvWriter open = writer == null ? open() : writer;
        try {
            open.writeRecord(String.valueOf(line), why.name(), why.text(), number, importedFile);
        } catch (UncheckedIOException e) {
            throw failure(file, java.util.Objects.requireNonNull(e.getCause()));
        }
        count++;
    }

    private CsvWriter open() {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            CsvWriter open = CsvWriter.builder().build(file, StandardCharsets.UTF_8);
            open.writeRecord("line", "code", "reason", "number", "file");
            writer = open;
            return open;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** How many rows were rejected so far, over all imports that share this file. */
    public long count() {
        return count;
    }

    /** Where they are listed; null when there are none and no file was asked for. */
    public @Nullable Path file() {
        return count == 0 && onlyWhenNeeded ? null : file;
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw failure(file, e);
            }
        }
    }

    private static DanCuException failure(Path file, IOException cause) {
        boolean full = String.valueOf(cause.getMessage()).contains("No space left");
        return BothLanguages.failure(
                full ? ErrorCode.E301_DISK_FULL : ErrorCode.E302_CANNOT_WRITE,
                full ? "import.disk-full-file" : "import.cannot-write",
                Map.of("file", String.valueOf(file.getFileName())),
                cause);
    }
}
