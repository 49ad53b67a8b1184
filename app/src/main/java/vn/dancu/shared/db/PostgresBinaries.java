package vn.dancu.shared.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** The packaged PostgreSQL, unpacked once into a data folder. */
final class PostgresBinaries {
    /** The major version in the package: a cluster of another is not opened. */
    static final String MAJOR = "18";

    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /** @return the folder with {@code initdb}, {@code pg_ctl} and {@code postgres} */
    static Path unpack(Path into) throws IOException {
        String archive = "/postgres-linux-" + architecture() + ".txz";
        Path home = into.resolve("postgres-" + digest(archive));
        if (!Files.exists(home)) {
            Path fresh = Files.createTempDirectory(
                    Files.createDirectories(into),
                    "unpacking",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream packed = open(archive)) {
                unpack(packed, fresh);
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home.resolve("bin");
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static InputStream open(String archive) {
        InputStream packed = PostgresBinaries.class.getResourceAsStream(archive);
        if (packed == null || !System.getProperty("os.name").startsWith("Linux")) {
            throw new DanCuException(
                    ErrorCode.E202_DATABASE_NOT_STARTED,
                    "Máy này không có PostgreSQL đi kèm, hãy đặt DANCU_DB_URL"
                            + " / No PostgreSQL is packaged for this machine: set DANCU_DB_URL");
        }
        return packed;
    }

    private static String digest(String archive) throws IOException {
        try (DigestInputStream packed = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            packed.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(packed.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(InputStream packed, Path home) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("the package points out of its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(target, home.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    boolean runs = (entry.getMode() & EXECUTABLE) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
                entry = tar.getNextEntry();
            }
        }
    }
}
