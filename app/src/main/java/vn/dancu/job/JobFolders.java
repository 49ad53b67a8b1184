package vn.dancu.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** One folder a job, for the account of this program alone: uploads and results hold personal data. */
@Component
class JobFolders implements DisposableBean {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final String configured;
    private @Nullable Path root;

    /** @param configured empty for a temporary folder, which does not outlive this program */
    JobFolders(@Value("${dancu.jobs.folder:}") String configured) {
        this.configured = configured;
    }

    private synchronized Path root() throws IOException {
        Path known = root;
        if (known == null) {
            known = configured.isEmpty()
                    ? Files.createTempDirectory("dancu-jobs", PRIVATE)
                    : Path.of(configured).toAbsolutePath();
            if (!Files.isDirectory(known)) {
                Files.createDirectories(known.getParent());
                Files.createDirectory(known, PRIVATE);
            }
            root = known;
        }
        return known;
    }

    /** Made when it is missing. */
    Path of(JobId id) {
        try {
            Path folder = root().resolve(String.valueOf(id.value()));
            return Files.isDirectory(folder) ? folder : Files.createDirectory(folder, PRIVATE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    Optional<Path> file(JobId id, String name) {
        Path folder = of(id);
        Path file = folder.resolve(name).normalize();
        return folder.equals(file.getParent()) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    void remove(JobId id) {
        try {
            delete(root().resolve(String.valueOf(id.value())));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A temporary folder goes with the program. */
    @Override
    public synchronized void destroy() throws IOException {
        if (configured.isEmpty() && root != null) {
            delete(root);
        }
    }

    /** Jobs whose folder was last written to before this moment; an upload in progress has no job yet. */
    List<Long> numbers(Instant before) {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> folder.toFile().lastModified() < before.toEpochMilli())
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static DanCuException failure(IOException cause) {
        boolean full = String.valueOf(cause.getMessage()).contains("No space left");
        return new DanCuException(
                full ? ErrorCode.E301_DISK_FULL : ErrorCode.E302_CANNOT_WRITE,
                full
                        ? "Đĩa đã đầy, tệp chưa được nhận / The disk is full, the file was not taken in"
                        : "Không ghi được vào thư mục công việc / The folder of the job cannot be written to",
                cause);
    }
}
