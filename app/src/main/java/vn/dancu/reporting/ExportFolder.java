package vn.dancu.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** Where exported files lie: a folder (0700) in the data folder, files (0600) that only this account of the machine reads. */
@Component
class ExportFolder {
    private final Environment environment;

    ExportFolder(Environment environment) {
        this.environment = environment;
    }

    private Path folder() {
        String jobs = environment.getProperty("dancu.jobs.folder", "");
        Path folder = jobs.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir"), "dancu-exports-" + System.getProperty("user.name"))
                : Path.of(jobs).toAbsolutePath().resolveSibling("exports");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (java.nio.file.FileAlreadyExistsException e) {
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    Path path(String name) {
        if (!name.matches("[A-Za-z0-9._-]+") || name.startsWith(".")) {
            throw new IllegalArgumentException("not a name of an exported file");
        }
        return folder().resolve(name);
    }

    boolean has(String name) {
        return Files.isRegularFile(path(name));
    }

    /** An empty file in place of whatever stood there. */
    OutputStream create(String name) {
        Path file = path(name);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.newOutputStream(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DanCuException(ErrorCode.E302_CANNOT_WRITE, "không ghi được tệp xuất / cannot write the export");
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
